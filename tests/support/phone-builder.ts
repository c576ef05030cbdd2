import type { CallView, RegistrationView } from '@/utils/contract/phone-state';
import type { QualitySample } from '@/utils/domain/quality/quality-sample';
import type { QualitySummary } from '@/utils/domain/quality/quality-summary';
import type { PhoneAccount } from '@/utils/phone/account';
import { PreparedMedia } from '@/utils/phone/media/prepared-media';
import { Phone } from '@/utils/phone/phone';
import { SipJsUser } from '@/utils/phone/sipjs/sipjs-user';
import { FakeAudioOutput, FakeMicrophone, FakeMixer, FakeNetwork } from './fake-audio-ports';
import { FakeClock, settle } from './fake-clock';
import { FakeLogger } from './fake-logger';
import { fakePeerConnections } from './fake-peer-connection';
import { fakeWebSockets } from './fake-web-socket';
import { FakeEdge } from './phone-edge';

/** Phones made on each wire: the same in every run, whatever ran before. */
const made = new WeakMap<FakeEdge, number>();

/** Random that is different in each phone and the same in each run. */
export function sequence(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A real phone on SIP.js, over a wire in memory, with fake media and devices. */
export class TestPhone {
  readonly clock: FakeClock;
  readonly microphone = new FakeMicrophone();
  readonly output = new FakeAudioOutput();
  readonly mixer = new FakeMixer();
  readonly network = new FakeNetwork();
  readonly log = new FakeLogger();
  readonly connections = fakePeerConnections();
  readonly sockets;
  readonly phone: Phone;
  readonly account: PhoneAccount;
  readonly registrations: RegistrationView[] = [];
  /** The last view of every call, by id. */
  readonly calls = new Map<string, CallView>();
  /** Seconds of its calls, and what those that ended were like, by id. */
  readonly samples: QualitySample[] = [];
  readonly summaries = new Map<string, QualitySummary>();

  constructor(
    readonly edge: FakeEdge,
    user: string,
    options: { kind?: 'one' | 'sip'; clock?: FakeClock; account?: Partial<PhoneAccount>; iceServers?: PhoneAccount['iceServers'] } = {},
  ) {
    const number = (made.get(edge) ?? 0) + 1;
    made.set(edge, number);
    this.clock = options.clock ?? new FakeClock();
    this.sockets = fakeWebSockets(edge.serve);
    this.account = {
      kind: options.kind ?? 'one',
      servers: ['wss://edge.test/sip'],
      user,
      domain: 'one.test',
      authenticationUser: user,
      password: 'secret',
      displayName: `${user} person`,
      region: 'SE',
      iceServers: options.iceServers ?? [],
      iceEndsAt: null,
      device: { instanceId: `urn:uuid:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`, contactName: user, viaHost: `h${number}.invalid` },
      ...options.account,
    };
    const { clock, log, account } = this;
    const random = sequence(number);
    const token = (length: number) => Array.from({ length }, () => Math.floor(random() * 36).toString(36)).join('');
    this.phone = new Phone({
      account,
      createUser: (events) => new SipJsUser({ account, createWebSocket: this.sockets.create, clock, random, token, log, events }),
      media: new PreparedMedia({ createPeerConnection: this.connections.create, access: account, clock, log }),
      microphone: this.microphone,
      output: this.output,
      mixer: this.mixer,
      network: this.network,
      clock,
      random,
      token,
      log,
      onRegistration: (view) => void this.registrations.push(view),
      onCall: (view, quality) => {
        this.calls.set(view.id, view);
        if (quality) this.summaries.set(view.id, quality);
      },
      onQuality: (_, sample) => void this.samples.push(sample),
    });
    this.phone.microphoneIs('granted');
  }

  get registration(): RegistrationView | undefined {
    return this.registrations.at(-1);
  }

  /** The newest call. */
  get call(): CallView {
    const view = [...this.calls.values()].at(-1);
    if (!view) throw new Error('no call yet');
    return view;
  }

  async start(): Promise<this> {
    this.phone.start();
    await settle();
    return this;
  }

  async dial(target: string): Promise<CallView> {
    const result = this.phone.dial(target);
    if (!result.ok) throw new Error(result.error);
    await settle();
    return this.call;
  }
}

/** Two phones that can call each other as `alice` and `bob`, on one clock. */
export async function aliceAndBob(): Promise<{ edge: FakeEdge; alice: TestPhone; bob: TestPhone; clock: FakeClock }> {
  const edge = new FakeEdge();
  const clock = new FakeClock();
  const alice = await new TestPhone(edge, '1001', { clock }).start();
  const bob = await new TestPhone(edge, '1002', { clock }).start();
  return { edge, alice, bob, clock };
}

/** Both in an active call. */
export async function talking(alice: TestPhone, bob: TestPhone): Promise<void> {
  await alice.dial(bob.account.user);
  await bob.phone.answer(bob.call.id);
  await settle();
  if (alice.call.state !== 'active' || bob.call.state !== 'active') throw new Error(`not talking: ${alice.call.state}, ${bob.call.state}`);
}
