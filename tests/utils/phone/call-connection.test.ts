import { describe, expect, it } from 'vitest';
import { isLost } from '@/utils/domain/call/end-reason';
import { settle } from '@/tests/support/fake-clock';
import { talking, TestPhone } from '@/tests/support/phone-builder';
import { FakeEdge } from '@/tests/support/phone-edge';
import { alice, bob, clock, edge, withTwoPhones } from '@/tests/support/two-phones';

withTwoPhones();

describe('a call whose connection is lost', () => {
  it('goes on, and is hung up over the next connection', async () => {
    await talking(alice, bob);
    edge.cut();
    await clock.step(1_000);
    expect([alice.registration?.status, bob.registration?.status]).toStrictEqual(['registered', 'registered']);
    expect([alice.call.state, bob.call.state]).toStrictEqual(['active', 'active']);
    expect(edge.requests('BYE')).toHaveLength(0);
    alice.phone.hangUp(alice.call.id);
    await settle();
    expect(bob.call).toMatchObject({ state: 'ended', endReason: 'remote-hung-up' });
  });

  it('hung up while there is no connection, the BYE leaves with the next one', async () => {
    await talking(alice, bob);
    edge.mode = 'down';
    alice.sockets.sockets.at(-1)?.server.close();
    await clock.step(5_000);
    alice.phone.hangUp(alice.call.id);
    expect(alice.call).toMatchObject({ state: 'ended', endReason: 'hung-up' });
    expect(bob.call.state).toBe('active');
    edge.mode = 'up';
    await clock.step(6_000);
    expect(edge.requests('BYE')).toHaveLength(1);
    expect(bob.call.state).toBe('ended');
  });

  it('not yet answered, it is over for the caller, and cancelled as soon as possible', async () => {
    await alice.dial('1002');
    alice.sockets.sockets.at(-1)?.server.close();
    await settle();
    expect(alice.call).toMatchObject({ state: 'ended', endReason: 'connection-lost' });
    await clock.step(1_000);
    expect(edge.requests('CANCEL')).toHaveLength(1);
    expect(bob.call.state).toBe('ended');
  });

  it('ringing, it can still be answered after a short cut and is over after a long one', async () => {
    await alice.dial('1002');
    bob.sockets.sockets.at(-1)?.server.close();
    await clock.step(1_000);
    expect(bob.call.state).toBe('ringing');
    await bob.phone.answer(bob.call.id);
    await settle();
    expect([alice.call.state, bob.call.state]).toStrictEqual(['active', 'active']);
    alice.phone.hangUp(alice.call.id);
    await settle();

    await alice.dial('1002');
    edge.mode = 'down';
    bob.sockets.sockets.at(-1)?.server.close();
    await clock.step(7_000);
    expect(bob.call).toMatchObject({ state: 'ended', endReason: 'connection-lost' });
    expect(bob.output.ringing).toBe(false);
  });
});

describe('dialling without a connection', () => {
  it('waits a moment for the one being mended', async () => {
    alice.sockets.sockets.at(-1)?.server.close();
    await settle();
    const result = alice.phone.dial('1002');
    expect(result.ok).toBe(true);
    expect(alice.call.state).toBe('dialling');
    await clock.step(1_500);
    expect(alice.call.state).toBe('alerting');
  });

  it('ends as not connected when none comes, and refuses at once where credentials were refused', async () => {
    edge.mode = 'down';
    edge.cut();
    await settle();
    alice.phone.dial('1002');
    await clock.step(3_500);
    expect(alice.call).toMatchObject({ state: 'ended', endReason: 'not-connected' });

    const refusing = new FakeEdge();
    refusing.passwords.set('1009', 'revoked');
    const revoked = await new TestPhone(refusing, '1009').start();
    expect(revoked.phone.dial('1002')).toStrictEqual({ ok: false, error: 'not-connected' });
    await revoked.phone.stop();
  });
});

describe('dialling over a connection that is dead and does not say so', () => {
  const goDead = () => {
    const socket = alice.sockets.sockets.at(-1);
    if (socket) socket.mute = true;
  };

  it('while it is being doubted, the call waits and leaves by the next one', async () => {
    goDead();
    alice.network.emit('changed');
    await clock.step(500);
    alice.phone.dial('1002');
    await clock.step(500);
    expect([alice.call.state, edge.requests('INVITE').length]).toStrictEqual(['dialling', 0]);
    await clock.step(2_000);
    expect([alice.call.state, edge.requests('INVITE').length]).toStrictEqual(['alerting', 1]);
  });

  it('doubted for no reason, the call leaves when that is known', async () => {
    alice.network.emit('changed');
    await clock.step(150);
    alice.phone.dial('1002');
    await clock.step(100);
    expect(alice.call.state).toBe('alerting');
    expect(alice.sockets.sockets).toHaveLength(1);
  });

  it('the call is told as lost within 9 s, and the phone is registered again', async () => {
    goDead();
    alice.phone.dial('1002');
    await clock.step(9_000);
    expect(alice.call).toMatchObject({ state: 'ended', endReason: 'connection-lost' });
    expect(alice.registration?.status).toBe('registered');
  });
});

describe('a call while the network changes under it', () => {
  const restarts = () => alice.connections.made.reduce((sum, { iceRestarts }) => sum + iceRestarts, 0);
  const reInvites = () => edge.requests('INVITE').filter((message) => message.from === '1001' && message.header('to')?.includes(';tag=')).length;

  it.each(['changed', 'online'] as const)('%s, and its connection died: moves its sound as soon as it is registered again', async (event) => {
    await talking(alice, bob);
    const socket = alice.sockets.sockets.at(-1);
    if (socket) socket.mute = true;
    alice.network.emit(event);
    await clock.step(1_000);
    expect([restarts(), reInvites()]).toStrictEqual([0, 0]);
    await clock.step(1_500);
    expect([restarts(), reInvites(), alice.call.state]).toStrictEqual([1, 1, 'active']);
  });

  it('and its connection lives: moves it all the same, but not with every hint', async () => {
    await talking(alice, bob);
    for (let hint = 0; hint < 4; hint++) {
      alice.network.emit('changed');
      await clock.step(1_000);
    }
    expect([restarts(), reInvites()]).toStrictEqual([1, 1]);
    await clock.step(15_000);
    alice.network.emit('changed');
    await clock.step(1_000);
    expect(restarts()).toBe(2);
  });

  it('silent for 2 s, its sound is sought anew; over a dead connection only once there is another', async () => {
    await talking(alice, bob);
    const media = alice.connections.made.at(-1);
    media?.become('connected');
    media?.become('disconnected');
    await clock.step(2_100);
    expect(restarts()).toBe(1);
    media?.become('connected');
    const socket = alice.sockets.sockets.at(-1);
    if (socket) socket.mute = true;
    media?.become('disconnected');
    await clock.step(5_000);
    expect([restarts(), reInvites()]).toStrictEqual([2, 2]);
  });

  it('lost for good, it is told as such, with a way to call back', async () => {
    await talking(alice, bob);
    const media = alice.connections.made.at(-1);
    media?.become('connected');
    media?.become('failed');
    await clock.step(12_100);
    expect(alice.call).toMatchObject({ state: 'ended', endReason: 'connection-lost' });
    expect(isLost(alice.call)).toBe(true);
  });
});
