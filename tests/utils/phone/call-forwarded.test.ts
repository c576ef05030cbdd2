import { describe, expect, it } from 'vitest';
import { settle } from '@/tests/support/fake-clock';
import { talking, TestPhone } from '@/tests/support/phone-builder';
import { respond } from '@/tests/support/phone-edge';
import { branch } from '@/tests/support/stranger';
import { alice, bob, clock, edge, withTwoPhones } from '@/tests/support/two-phones';

withTwoPhones();

describe('forwarded by a 3xx', () => {
  it('inside the company it is followed, as the same call', async () => {
    const carol = await new TestPhone(edge, '1003', { clock }).start();
    edge.rules.push((message) =>
      message.start.startsWith('INVITE sip:1002@') ? [respond(message, '302 Moved Temporarily', ['Contact: "C" <sip:1003@one.test>;q=0.7'])] : 'pass',
    );
    const { id } = await alice.dial('1002');
    expect(alice.calls.size).toBe(1);
    expect(alice.call).toMatchObject({ id, state: 'alerting' });
    expect(new Set(edge.requests('INVITE').map((invite) => invite.header('call-id')))).toEqual(new Set([id]));
    await carol.phone.answer(carol.call.id);
    await settle();
    expect(alice.call).toMatchObject({ id, state: 'active' });
    alice.phone.hangUp(id);
    await settle();
    expect(carol.call).toMatchObject({ state: 'ended', endReason: 'remote-hung-up' });
    expect(alice.connections.made.filter(({ closed, remoteDescription }) => !closed && remoteDescription !== null)).toEqual([]);
    await carol.phone.stop();
  });

  it.each([
    ['<sip:0701740607@one.test>', '+46701740607'],
    ['<tel:+46701740607>', '+46701740607'],
    ['<sip:anna@elsewhere.test>', 'anna@elsewhere.test'],
    ['<mailto:anna@elsewhere.test>, <sip:anna@elsewhere.test>', 'anna@elsewhere.test'],
  ])('to %s outside it ends, and says where it would go', async (contact, number) => {
    edge.rules.push((message) => (message.start.startsWith('INVITE sip:') ? [respond(message, '302 Moved Temporarily', [`Contact: ${contact}`])] : 'pass'));
    await alice.dial('1002');
    expect(alice.call).toMatchObject({ state: 'ended', endReason: 'forwarded', forwardedTo: { number } });
    expect(edge.requests('INVITE')).toHaveLength(1);
    edge.rules.length = 0;
    await talking(alice, bob);
  });

  it.each([
    ['to nobody', [], 1],
    ['to nonsense', ['Contact: <<>>'], 1],
    ['to itself', ['Contact: <sip:1002@one.test>'], 1],
    ['round in a circle', ['Contact: <sip:1003@one.test>'], 2],
  ] as const)('%s: it is over', async (_, headers, invites) => {
    edge.rules.push((message) => (message.start.startsWith('INVITE sip:') ? [respond(message, '302 Moved Temporarily', headers)] : 'pass'));
    await alice.dial('1002');
    expect(alice.call).toMatchObject({ state: 'ended', endReason: 'unreachable', forwardedTo: null });
    expect(edge.requests('INVITE')).toHaveLength(invites);
  });

  it('hung up while it is followed, it is over', async () => {
    edge.rules.push((message) => {
      if (message.start.startsWith('INVITE sip:1002@')) return [respond(message, '302 Moved Temporarily', ['Contact: <sip:1003@one.test>'])];
      return message.start.startsWith('INVITE sip:1003@') ? [branch(message, '180 Ringing', 'a')] : 'pass';
    });
    await alice.dial('1002');
    alice.phone.hangUp(alice.call.id);
    await settle();
    expect(alice.call).toMatchObject({ state: 'ended', endReason: 'cancelled' });
    expect(edge.requests('CANCEL').map(({ start }) => start)).toEqual(['CANCEL sip:1003@one.test SIP/2.0']);
  });
});
