import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestCore } from '@/tests/support/core-builder';
import { settle } from '@/tests/support/fake-clock';
import { DEVICE } from '@/tests/support/fake-one-server';
import { TestPhone } from '@/tests/support/phone-builder';

let test: TestCore;
let bob: TestPhone;

beforeEach(async () => {
  test = await new TestCore().signedIn();
  test.edge.numbers.set('201', DEVICE);
  bob = await new TestPhone(test.edge, '1002', { clock: test.clock }).start();
});
afterEach(async () => {
  await Promise.all([test.core.dispose(), bob.phone.stop()]);
});

/** A call of a few seconds, measured. */
async function aCall(): Promise<string> {
  await test.core.commands('phone.dial', { target: '1002', source: 'popup' });
  await settle();
  await bob.phone.answer(bob.call.id);
  await settle();
  for (const connection of test.connections.made) connection.stats = { out: { type: 'remote-inbound-rtp', kind: 'audio', fractionLost: 0, roundTripTime: 0.03 } };
  await test.clock.step(4_000);
  const { id } = test.call;
  await test.core.commands('phone.hangUp', { callId: id });
  await settle();
  return id;
}
const told = () => test.server.requests.filter(({ path }) => path === '/api/call-quality').map(({ body }) => body);

describe('what a call was like', () => {
  it('is kept with its history and told to the server', async () => {
    const callId = await aCall();
    const quality = { seconds: 3, roundTrip: 30, lossOut: 0 };
    expect(test.history.entries).toMatchObject([{ direction: 'outgoing', quality }]);
    expect(told()).toMatchObject([{ callId, quality }]);
  });

  it('is told when the server is back, where it could not be before', async () => {
    test.server.down = true;
    const callId = await aCall();
    expect(told()).toEqual([]);
    test.server.down = false;
    await test.core.commands('phone.reconnect', {});
    await settle();
    expect(told()).toMatchObject([{ callId }]);
  });

  it('is not said of a call that nobody answered', async () => {
    await test.core.commands('phone.dial', { target: '1002', source: 'popup' });
    await settle();
    await test.core.commands('phone.hangUp', { callId: test.call.id });
    await settle();
    expect(test.history.entries[0]?.quality).toBeUndefined();
    expect(told()).toEqual([]);
  });
});
