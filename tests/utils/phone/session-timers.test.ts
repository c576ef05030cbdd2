import { describe, expect, it } from 'vitest';
import { talking } from '@/tests/support/phone-builder';
import { OFFER, Stranger } from '@/tests/support/stranger';
import { alice, bob, clock, edge, withTwoPhones } from '@/tests/support/two-phones';

withTwoPhones();

describe('session timers', () => {
  const refreshes = () => edge.requests('INVITE').slice(1);

  it('the callee wants one: we show that we are there halfway, as long as it answers', async () => {
    edge.rewrite = (text, { method, status }) => (method === 'INVITE' && status === 200 ? text.replace('Supported:', 'Session-Expires: 600;refresher=uac\r\nSupported:') : text);
    await talking(alice, bob);
    await clock.step(299_000);
    expect(refreshes()).toHaveLength(0);
    await clock.step(2_000);
    expect(refreshes()).toHaveLength(1);
    expect(refreshes()[0]?.header('session-expires')).toBe('600;refresher=uac');
    await clock.step(300_000);
    expect(refreshes()).toHaveLength(2);
    expect(alice.call.state).toBe('active');
    expect(bob.call).toMatchObject({ state: 'active', heldByRemote: false });
  });

  it('nobody answers the refreshes: the call is over before its time is', async () => {
    edge.rewrite = (text, { method, status }) => (method === 'INVITE' && status === 200 ? text.replace('Supported:', 'Session-Expires: 600;refresher=uac\r\nSupported:') : text);
    await talking(alice, bob);
    edge.rules.push((message) => (message.from === '1001' && message.method === 'INVITE' ? 'drop' : 'pass'));
    await clock.step(567_000);
    expect(alice.call.state).toBe('active');
    await clock.step(2_000);
    expect(alice.call).toMatchObject({ state: 'ended', endReason: 'connection-lost' });
  });

  it.each([
    ['600', '600;refresher=uas', 1],
    ['600;refresher=uac', '600;refresher=uac', 0],
  ])('the caller wants one (%s): it is agreed, and refreshed by the one it names', async (asked, agreed, ours) => {
    const odd = new Stranger(edge, bob);
    const ok = await odd.talk(['Supported: timer', `Session-Expires: ${asked}`]);
    expect(ok.header('session-expires')).toBe(agreed);
    expect(ok.header('require')).toBe('timer');
    await clock.step(301_000);
    expect(edge.requests('INVITE').filter(({ from }) => from === '1002')).toHaveLength(ours);
  });

  it('a caller that was to refresh and is gone is hung up; one that did is not waited for again', async () => {
    const gone = new Stranger(edge, bob, 'gone');
    await gone.talk(['Supported: timer', 'Session-Expires: 600;refresher=uac']);
    await clock.step(567_000);
    expect(bob.call.state).toBe('active');
    await clock.step(2_000);
    expect(bob.call).toMatchObject({ state: 'ended', endReason: 'connection-lost' });
    const there = new Stranger(edge, bob, 'there');
    await there.talk(['Supported: timer', 'Session-Expires: 600;refresher=uac']);
    await clock.step(300_000);
    await there.say('INVITE', [], OFFER);
    await there.say('ACK');
    await clock.step(900_000);
    expect(bob.call.state).toBe('active');
  });

  it.each(['Session-Expires: 600', 'Supported: timer', 'Supported: timer\r\nSession-Expires: x', 'Supported: timer\r\nSession-Expires: 1'])('%s alone agrees on nothing', async (header) => {
    const ok = await new Stranger(edge, bob).talk([header]);
    expect(ok.header('session-expires')).toBeNull();
  });
});
