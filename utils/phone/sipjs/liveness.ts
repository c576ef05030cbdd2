import type { Clock } from '@/utils/contract/clock';

/** How often the silence is looked at. Milliseconds, as all here. */
const TICK = 2_000;
/** Silence after which the server is asked for a sign of life. */
const QUIET = 10_000;
/** A pong that does not come within this time is asked for again, as OPTIONS: not every server answers a CRLF ping. */
const PONG_WAIT = 4_000;
/** Asked out of turn, after a change of the network, a server that is there answers by then. */
const CHECK_WAIT = 1_500;
/** OPTIONS unanswered for so long: the connection is dead. The sum stays under 30 s. */
const OPTIONS_WAIT = 8_000;

export interface Liveness {
  /** The server sent something. */
  heard(): void;
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
 * OPTIONS, and the connection given up at most 24 s after the last sign of life.
 */
export function watchLiveness(clock: Clock, port: LivenessPort): Liveness {
  let asked: { kind: 'ping' | 'options'; at: number } | null = null;
  let pongs = true;
  const ask = (kind: 'ping' | 'options') => {
    asked = { kind, at: clock.now() };
    if (kind === 'ping') port.ping();
    else port.options();
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
  const stop = clock.every(TICK, () => {
    const now = clock.now();
    if (asked !== null && port.lastHeard() >= asked.at) asked = null;
    if (asked === null) {
      if (now - port.lastHeard() >= QUIET) ask(pongs ? 'ping' : 'options');
    } else if (asked.kind === 'ping' && now - asked.at >= PONG_WAIT) {
      pongs = false;
      ask('options');
    } else if (asked.kind === 'options' && now - asked.at >= OPTIONS_WAIT) port.dead();
  });
  return {
    heard: () => checking?.settle(true),
    check: () => checking?.answer ?? check(),
    stop() {
      stop();
      checking?.settle(false);
    },
  };
}
