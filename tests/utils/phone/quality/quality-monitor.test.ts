import { beforeEach, expect, test } from 'vitest';
import { aliceAndBob, talking, type TestPhone } from '@/tests/support/phone-builder';
import type { FakeClock } from '@/tests/support/fake-clock';
import type { FakePeerConnection } from '@/tests/support/fake-peer-connection';

let alice: TestPhone;
let bob: TestPhone;
let clock: FakeClock;
let connection: FakePeerConnection;
let packets: number;

beforeEach(async () => {
  ({ alice, bob, clock } = await aliceAndBob());
  await talking(alice, bob);
  const found = alice.connections.made.find(({ remoteDescription }) => remoteDescription !== null);
  if (!found) throw new Error('no connection');
  connection = found;
  packets = 0;
});

/** A second in which so many packets came and so many were reported lost. */
async function pass(seconds: number, { arrived = 50, fractionLost = 0, level = 0.1 } = {}): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    packets += arrived;
    connection.stats = {
      in: { type: 'inbound-rtp', kind: 'audio', packetsReceived: packets, packetsLost: 0, jitter: 0.002, codecId: 'codec' },
      out: { type: 'remote-inbound-rtp', kind: 'audio', fractionLost, roundTripTime: 0.03 },
      mic: { type: 'media-source', kind: 'audio', audioLevel: level },
      codec: { type: 'codec', mimeType: 'audio/PCMA' },
      pair: { type: 'candidate-pair', selected: true, bytesReceived: packets },
    };
    await clock.step(1_000);
  }
}

test('bad transmission is said within three seconds, and not any more after five good ones', async () => {
  await pass(4);
  expect(alice.call.quality).toBeNull();
  await pass(2, { fractionLost: 0.4 });
  expect(alice.call.quality).toBe('network');
  await pass(4);
  expect(alice.call.quality).toBe('network');
  await pass(1);
  expect(alice.call.quality).toBeNull();
});

test('nothing of the other side arrives any more: the connection is looked into, and when it is dead too the sound is moved', async () => {
  const restarts = () => alice.connections.made.reduce((sum, { iceRestarts }) => sum + iceRestarts, 0);
  await pass(4);
  await pass(4, { arrived: 0 });
  // Its server answers: the silence is the other side's.
  expect([restarts(), alice.sockets.sockets.length]).toStrictEqual([0, 1]);
  await pass(4);
  const socket = alice.sockets.sockets.at(-1);
  if (socket) socket.mute = true;
  await pass(1, { arrived: 0 });
  expect(alice.sockets.sockets).toHaveLength(1);
  await pass(2, { arrived: 0 });
  expect([restarts(), alice.sockets.sockets.length, alice.registration?.status, alice.call.state]).toStrictEqual([1, 2, 'registered', 'active']);
});

test.each([['just begun', 1, 1], ['in which nothing has arrived yet', 0, 0]] as const)('a call %s whose network goes: %i is moved', async (_, before, moved) => {
  await pass(1, { arrived: before });
  const socket = alice.sockets.sockets.at(-1);
  if (socket) socket.mute = true;
  await pass(4, { arrived: 0 });
  expect(alice.connections.made.reduce((sum, { iceRestarts }) => sum + iceRestarts, 0)).toBe(moved);
});

test('each second is told, but on hold', async () => {
  await pass(4);
  expect(alice.samples.map(({ lossIn, codec }) => [lossIn, codec])).toEqual([[0, 'PCMA'], [0, 'PCMA'], [0, 'PCMA']]);
  alice.phone.hold(alice.call.id);
  await pass(5, { arrived: 0 });
  expect(alice.samples).toHaveLength(3);
  expect(alice.call.quality).toBeNull();
  alice.phone.resume(alice.call.id);
  // The first reading after it is what the next is compared with.
  await pass(2);
  expect(alice.samples).toHaveLength(4);
});

test('a call that is held by the other side is not judged', async () => {
  await pass(4);
  bob.phone.hold(bob.call.id);
  await pass(5, { arrived: 0 });
  expect(alice.call).toMatchObject({ heldByRemote: true, quality: null });
});

test('a silent microphone is said, but not of one that is muted', async () => {
  await pass(2);
  await pass(3, { level: 0 });
  expect(alice.call.quality).toBe('microphone-silent');
  alice.phone.setMuted(alice.call.id, true);
  await pass(1, { level: 0 });
  expect(alice.call.quality).toBeNull();
});

test('a call that ends says what it was like, and nothing is measured any more', async () => {
  await pass(6, { fractionLost: 0.4 });
  alice.phone.hangUp(alice.call.id);
  expect(alice.summaries.get(alice.call.id)).toMatchObject({ seconds: 5, lossOut: 40, roundTrip: 30, codec: 'PCMA', warnings: [{ kind: 'network', seconds: expect.any(Number) }] });
  expect(alice.call.quality).toBeNull();
  const before = alice.samples.length;
  await pass(3);
  expect(alice.samples).toHaveLength(before);
});
