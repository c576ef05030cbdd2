import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestCore } from '@/tests/support/core-builder';
import { settle } from '@/tests/support/fake-clock';
import { DEVICE } from '@/tests/support/fake-one-server';
import { TestPhone } from '@/tests/support/phone-builder';

const OWNER = 'anna@exempelbolaget.se one.example.se';
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

const dial = async () => {
  await test.core.commands('phone.dial', { target: '1002', source: 'popup' });
  await settle();
};

describe('a call with a contact', () => {
  it('has the contact’s name, in the state and in the history', async () => {
    test.contacts.set(OWNER, { 1002: 'Växeln' });
    await dial();
    expect(test.call.remote).toEqual({ number: '1002', name: 'Växeln' });
    await test.core.commands('phone.hangUp', { callId: test.call.id });
    await settle();
    expect(test.history.entries).toMatchObject([{ number: '1002', name: 'Växeln' }]);
  });

  it('gets the name while it goes on', async () => {
    await dial();
    const before = test.call.remote.name;
    test.contacts.set(OWNER, { 1002: 'Bob på lagret' });
    expect(test.call.remote.name).toBe('Bob på lagret');
    test.contacts.set(OWNER, {});
    expect(test.call.remote.name).toBe(before);
  });

  it('has the user’s own name for somebody the network names too', async () => {
    test.contacts.set(OWNER, { 1002: 'Bob på lagret' });
    await bob.dial('201');
    await settle();
    expect(test.call).toMatchObject({ direction: 'incoming', remote: { number: '1002', name: 'Bob på lagret' } });
  });

  it('has nothing of another account’s contacts', async () => {
    test.contacts.set('somebody else', { 1002: 'Hemlig' });
    await dial();
    expect(test.call.remote.name).not.toBe('Hemlig');
  });
});
