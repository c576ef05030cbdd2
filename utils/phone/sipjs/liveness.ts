import type { Clock } from '@/utils/contract/clock';

/**
 * Silence after which the server is asked for a sign of life. RFC 5626 section 4.4.1 has 95 to 120 s where only a NAT is to be
 * kept open; here it is the time a phone nobody uses may be dead unnoticed. Six frames of a few bytes a minute. Milliseconds, as all here.
 */
const QUIET = 10_000;
/** A request is answered at once, be it with 100: when nothing at all came since, the silence is looked into sooner. */
const UNANSWERED = 2_000;
/** A pong that does not come within this time is asked for again, as OPTIONS: not every server answers a CRLF ping. */
const PONG_WAIT = 2_000;
/**
 * OPTIONS unanswered for so long: the connection is dead. The RFC gives a pong 10 s, for phones that lose their calls with the flow;
 * here a connection given up by mistake costs a handshake, and in the 6 s of both waits TCP has sent a lost packet four times more.
 */
const OPTIONS_WAIT = 4_000;
/** Asked out of turn, after a change of the network, a server that is there answers by then. */
const CHECK_WAIT = 1_500;

export interface Liveness {
  /** The server sent something. */
  heard(): void;
  /** A request left for it. */
  requested(): void;
  /** Asks now, whatever was heard before. False when nothing comes back within 1.5 s; never rejects. */
  check(): Promise<boolean>;
  stop(): void;
}

export interface LivenessPort {
  /** Epoch ms at which the server last sent anything. */
  lastHeard(): number;
  /** RFC 5626 section 4.4.1 ping (allowed over WebSocket by RFC 7118 section 6). */
  ping(): void;
  /** Any final response to it proves life. */
  options(): void;
  dead(): void;
}

/**
 * Watches one connection. A half-open socket takes sends without complaint, so silence is answered with a ping, then with
 * OPTIONS, and the connection given up 16 s after the last sign of life; 8 s after a request that nothing came back for.
 * One timer, which wakes the machine no more often than the silence asks.
 */
export function watchLiveness(clock: Clock, port: LivenessPort): Liveness {
  let asked: { kind: 'ping' | 'options'; at: number } | null = null;
  let pongs = true;
  /** The oldest request since the server was last heard. */
  let requestedAt: number | null = null;
  let cancelLook: () => void = () => undefined;
  const lookIn = (ms: number) => {
    cancelLook();
    cancelLook = clock.after(ms, look);
  };
  const ask = (kind: 'ping' | 'options') => {
    asked = { kind, at: clock.now() };
    lookIn(kind === 'ping' ? PONG_WAIT : OPTIONS_WAIT);
    if (kind === 'ping') port.ping();
    else port.options();
  };
  const look = () => {
    const heard = port.lastHeard();
    if (asked !== null && heard < asked.at) {
      if (asked.kind === 'options') return port.dead();
      pongs = false;
      return ask('options');
    }
    asked = null;
    if (requestedAt !== null && heard > requestedAt) requestedAt = null;
    const due = requestedAt === null ? heard + QUIET : Math.min(heard + QUIET, requestedAt + UNANSWERED);
    const now = clock.now();
    if (now < due) lookIn(due - now);
    else ask(pongs ? 'ping' : 'options');
  };
  let checking: { readonly answer: Promise<boolean>; readonly settle: (alive: boolean) => void } | null = null;
  const check = () => {
    let settle = (_alive: boolean): void => undefined;
    const answer = new Promise<boolean>((resolve) => {
      const cancel = clock.after(CHECK_WAIT, () => settle(false));
      settle = (alive) => {
        cancel();
        checking = null;
        resolve(alive);
      };
    });
    checking = { answer, settle };
    // Not every server answers the ping.
    port.ping();
    port.options();
    return answer;
  };
  look();
  return {
    heard: () => checking?.settle(true),
    requested() {
      const now = clock.now();
      if (requestedAt !== null && port.lastHeard() <= requestedAt) return;
      requestedAt = now;
      if (asked === null) look();
    },
    check: () => checking?.answer ?? check(),
    stop() {
      cancelLook();
      checking?.settle(false);
    },
  };
}
