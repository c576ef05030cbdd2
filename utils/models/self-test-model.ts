import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { CallSamples } from '@/utils/contract/call-quality';
import type { Clock } from '@/utils/contract/clock';
import type { SelfTestProbes } from '@/utils/contract/self-test-probes';
import type { CallView } from '@/utils/contract/phone-state';
import { CHECKS, microphoneFinding, testCallFinding, verdictOf, type Check, type Finding, type Found } from '@/utils/domain/self-test/self-test';
import type { PhoneAdapter } from './phone-adapter';
import { untilTrue } from './until-true';

export interface SelfTestModel {
  readonly found: ReadonlySignal<ReadonlyMap<Check, Found>>;
  /** What is being looked at; null before and after. */
  readonly running: ReadonlySignal<Check | null>;
  /** Whether the ring is heard: only a person knows. */
  readonly asksRing: ReadonlySignal<boolean>;
  /** Of all checks, once they are through. */
  readonly verdict: ReadonlySignal<ReturnType<typeof verdictOf> | null>;
  start(): Promise<void>;
  /** Null: not said. */
  ringHeard(heard: boolean | null): void;
  /** Ends it where it is; the ring falls silent, the test call ends. */
  stop(): void;
}

interface SelfTestParts extends Pick<PhoneAdapter, 'send' | 'state'> {
  /** Seconds of the calls; they come only while somebody listens. */
  readonly quality: ReadonlySignal<CallSamples>;
  readonly probes: SelfTestProbes;
  readonly clock: Pick<Clock, 'now' | 'after'>;
}

/** The test call rings and is answered within so long, and is listened to for so long. Milliseconds. */
const CALL_PATIENCE = 10_000;
const CALL_LENGTH = 4_000;
/** A check that takes longer is given up. Milliseconds. */
const PATIENCE = 20_000;

type Stopped = { readonly stopped: true };
const only = (finding: Finding, ...measured: number[]): Found => ({ finding, measured });

export function createSelfTestModel({ send, state, quality, probes, clock }: SelfTestParts): SelfTestModel {
  const found = signal<ReadonlyMap<Check, Found>>(new Map());
  const running = signal<Check | null>(null);
  const ring = signal<((heard: boolean | null) => void) | null>(null);
  let run = 0;
  const onStop: (() => void)[] = [];

  const seconds = (ms: number) => new Promise<void>((resolve) => clock.after(ms, resolve));
  const becomes = (holds: () => boolean, ms: number) => untilTrue(holds, ms, clock);

  async function server(): Promise<Found> {
    const answer = await send('selfTest.server', {});
    if (answer.ok) return only('server-answers', answer.ms);
    if (answer.error === 'not-allowed') return only('server-not-needed');
    return only(answer.error === 'not-signed-in' ? 'session-over' : 'server-silent');
  }

  async function connection(): Promise<Found> {
    const { reason } = state.value.registration;
    if (reason === 'no-network') return only('no-network');
    const answer = await send('selfTest.connection', {});
    return answer.ok && answer.ms !== null ? only('connection-answers', answer.ms) : only('connection-silent');
  }

  async function registration(): Promise<Found> {
    const { registration: now, receiving } = state.value;
    if (now.status === 'rejected') return only('registration-refused');
    if (now.status !== 'registered') return only('not-registered');
    return only(receiving ? 'registered' : 'not-receiving');
  }

  async function relay(): Promise<Found> {
    const answer = await send('selfTest.relay', {});
    if (!answer.ok) return only('relay-silent');
    const { relay: probe } = answer;
    if (probe.kind === 'reached') return only('relay-reached', probe.ms);
    return only(probe.kind === 'none' ? 'relay-not-needed' : 'relay-silent');
  }

  async function microphone(): Promise<Found> {
    const heard = await probes.microphone();
    return only(typeof heard === 'number' ? microphoneFinding(heard) : `microphone-${heard}`);
  }

  async function sounds(): Promise<Found> {
    const { playing, stop } = probes.ring();
    onStop.push(stop);
    try {
      if (!(await playing)) return only('ring-blocked');
      const heard = await new Promise<boolean | null>((resolve) => {
        ring.value = resolve;
      });
      if (heard === null) return only('ring-not-asked');
      return only(heard ? 'ring-heard' : 'ring-not-heard');
    } finally {
      ring.value = null;
      stop();
    }
  }

  async function call(): Promise<Found> {
    const { account, calls, registration: now } = state.value;
    const engaged = calls.some(({ state: one }) => one !== 'ended');
    if (account?.echoNumber == null || engaged || now.status !== 'registered') return only('call-not-possible');
    const began = clock.now();
    const answer = await send('selfTest.call', {});
    if (!answer.ok) return only('call-failed');
    const { callId } = answer;
    const hangUp = () => void send('phone.hangUp', { callId }).catch(() => undefined);
    const mine = (): CallView | undefined => state.value.calls.find(({ id }) => id === callId);
    const unlisten = quality.subscribe(() => undefined);
    onStop.push(hangUp);
    try {
      await becomes(() => mine()?.state === 'active' || mine()?.state === 'ended', CALL_PATIENCE);
      if (mine()?.state !== 'active') return only('call-failed');
      const took = clock.now() - began;
      await seconds(CALL_LENGTH);
      return mine()?.state === 'active' ? testCallFinding(quality.value.get(callId) ?? [], took) : only('call-failed');
    } finally {
      unlisten();
      hangUp();
    }
  }

  const looks: Readonly<Record<Check, () => Promise<Found>>> = {
    server,
    connection,
    registration,
    relay,
    microphone,
    notifications: async () => only((await probes.notifications()) ? 'notifications-shown' : 'notifications-off'),
    ring: sounds,
    call,
  };

  const stop = () => {
    run += 1;
    running.value = null;
    ring.value = null;
    for (const end of onStop.splice(0)) end();
  };

  return {
    found,
    running,
    asksRing: computed(() => ring.value !== null),
    verdict: computed(() => (running.value === null && found.value.size === CHECKS.length ? verdictOf([...found.value.values()].map(({ finding }) => finding)) : null)),
    async start() {
      stop();
      const mine = run;
      const over: Promise<Stopped> = new Promise((resolve) => void onStop.push(() => resolve({ stopped: true })));
      found.value = new Map();
      for (const check of CHECKS) {
        running.value = check;
        // A person may take their time to listen.
        const late = check === 'ring' ? over : Promise.race([over, seconds(PATIENCE).then(() => only('not-finished'))]);
        const outcome = await Promise.race([looks[check]().catch(() => only('not-finished')), late]);
        if (mine !== run || 'stopped' in outcome) return;
        found.value = new Map([...found.value, [check, outcome]]);
      }
      running.value = null;
    },
    ringHeard: (heard) => ring.value?.(heard),
    stop,
  };
}

