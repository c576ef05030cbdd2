import { expect, it } from 'vitest';
import { FakeClock } from '@/tests/support/fake-clock';
import { FakePeerConnection } from '@/tests/support/fake-peer-connection';
import { probeRelay } from '@/utils/phone/media/relay-probe';

const TURN = { urls: ['turn:relay.example:3478'], username: 'u', credential: 'c' };
const STUN = { urls: ['stun:stun.example'] };
const line = (type: string) => `candidate:1 1 udp 1 192.0.2.1 4000 typ ${type}`;

/** Gathers what the test says, when it says so. */
class Gathering extends FakePeerConnection {
  override async setLocalDescription(): Promise<void> {}
  find(type: string | null): void {
    this.dispatchEvent(Object.assign(new Event('icecandidate'), { candidate: type === null ? null : { candidate: line(type) } }));
  }
}

function probing(iceServers: Parameters<typeof probeRelay>[0]['iceServers']) {
  const clock = new FakeClock();
  const made: Gathering[] = [];
  const create = (configuration: RTCConfiguration) => {
    made.push(new Gathering(configuration));
    return made[0] as unknown as RTCPeerConnection;
  };
  return { clock, made, outcome: probeRelay({ createPeerConnection: create, iceServers, clock }) };
}

it('opens nothing where no server is configured', async () => {
  const { made, outcome } = probing([]);
  expect(await outcome).toEqual({ kind: 'none' });
  expect(made).toEqual([]);
});

it.each([
  ['a TURN server', [STUN, TURN], ['host', 'srflx', 'relay'], 'relay'],
  ['a STUN server', [STUN], ['host', 'srflx'], 'all'],
])('%s is reached with its first candidate, and let go of', async (_, servers, types, policy) => {
  const { clock, made, outcome } = probing(servers);
  await clock.step(120);
  for (const type of types) made[0]?.find(type);
  expect(await outcome).toEqual({ kind: 'reached', ms: 120 });
  expect([made[0]?.closed, made[0]?.configuration.iceTransportPolicy]).toEqual([true, policy]);
});

it.each([
  ['nothing comes', async ({ clock }: ReturnType<typeof probing>) => clock.step(5_000)],
  ['gathering ends with less', async ({ made }: ReturnType<typeof probing>) => ['host', 'srflx', null].map((type) => made[0]?.find(type))],
])('a TURN server is silent where %s', async (_, happen) => {
  const scene = probing([TURN]);
  await happen(scene);
  expect(await scene.outcome).toEqual({ kind: 'silent' });
  expect(scene.made[0]?.closed).toBe(true);
});
