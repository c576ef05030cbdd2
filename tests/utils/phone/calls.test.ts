import { describe, expect, it } from 'vitest';
import { settle } from '@/tests/support/fake-clock';
import { talking, TestPhone } from '@/tests/support/phone-builder';
import { alice, bob, clock, edge, withTwoPhones } from '@/tests/support/two-phones';

withTwoPhones();

describe('a browser that makes no peer connection', () => {
  // Old TURN settings, a policy that forbids WebRTC: whatever it is, the call must not hang.
  const broken = () => new TestPhone(edge, '1003', { clock, iceServers: [{ urls: ['turn:turn.test'] }] }).start();

  it('ends an outgoing call with the reason, and leaves the phone usable', async () => {
    const carol = await broken();
    await carol.dial('1002');
    expect(carol.call).toMatchObject({ state: 'ended', endReason: 'media-failed' });
    expect(carol.phone.dial('1002')).toMatchObject({ ok: true });
    await carol.phone.stop();
  });

  it('ends an incoming call that is answered with the reason, and tells the caller', async () => {
    const carol = await broken();
    await alice.dial('1003');
    await carol.phone.answer(carol.call.id);
    await settle();
    expect(carol.call).toMatchObject({ state: 'ended', endReason: 'media-failed' });
    expect(alice.call.state).toBe('ended');
    await carol.phone.stop();
  });
});

describe('a call between two phones', () => {
  it('rings, is answered, carries audio both ways and ends for both', async () => {
    await alice.dial('1002');
    expect(alice.call).toMatchObject({ direction: 'outgoing', state: 'alerting', remote: { number: '1002' } });
    expect(alice.output.ringback).toBe(true);
    expect(bob.call).toMatchObject({ direction: 'incoming', state: 'ringing', remote: { number: '1001', name: '1001 person' } });
    expect(bob.output.ringing).toBe(true);

    expect(await bob.phone.answer(bob.call.id)).toStrictEqual({ ok: true });
    await settle();
    expect([alice.call.state, bob.call.state]).toStrictEqual(['active', 'active']);
    expect([bob.output.ringing, alice.output.ringback]).toStrictEqual([false, false]);
    expect([alice.output.playing, bob.output.playing]).toStrictEqual([1, 1]);
    for (const one of [alice, bob]) {
      const inUse = one.connections.made.find((connection) => connection.remoteDescription);
      expect(inUse?.transceivers[0]?.sender.track?.readyState).toBe('live');
    }

    await clock.step(5_000);
    alice.phone.hangUp(alice.call.id);
    await settle();
    expect(alice.call).toMatchObject({ state: 'ended', endReason: 'hung-up' });
    expect(bob.call).toMatchObject({ state: 'ended', endReason: 'remote-hung-up' });
    expect([alice.output.playing, bob.output.playing]).toStrictEqual([0, 0]);
    expect([alice.microphone.released, bob.microphone.released]).toStrictEqual([1, 1]);
    expect(edge.log.map(({ method, status }) => (status === null ? method : status)).slice(-2)).toStrictEqual(['BYE', 200]);
  });

  it('sends the INVITE to the number in E.164, short numbers as typed, and nothing that is no number', async () => {
    for (const target of ['070-174 06 07', '112', '*43']) {
      await alice.dial(target);
      alice.phone.hangUp(alice.call.id);
      await settle();
    }
    const starts = edge.requests('INVITE').map(({ start }) => start);
    expect(starts).toStrictEqual([
      'INVITE sip:+46701740607@one.test SIP/2.0',
      'INVITE sip:112@one.test SIP/2.0',
      'INVITE sip:*43@one.test SIP/2.0',
    ]);
    expect(alice.phone.dial('hello')).toStrictEqual({ ok: false, error: 'not-a-number' });
    expect(alice.phone.dial('alice@example.com')).toStrictEqual({ ok: false, error: 'not-a-number' });
  });

  it('names the caller by P-Asserted-Identity, not by what From claims', async () => {
    edge.rewrite = (text, { method, status }) =>
      method === 'INVITE' && status === null
        ? text.replace('\r\nTo:', '\r\nP-Asserted-Identity: "Anna Åberg" <sip:+46841000010@one.test>\r\nTo:')
        : text;
    await alice.dial('1002');
    expect(bob.call.remote).toStrictEqual({ number: '+46841000010', name: 'Anna Åberg' });
  });

  it('knows a withheld number', async () => {
    edge.rewrite = (text, { method, status }) =>
      method === 'INVITE' && status === null ? text.replace(/From: .*?>/, 'From: "Anonymous" <sip:anonymous@anonymous.invalid>') : text;
    await alice.dial('1002');
    expect(bob.call.remote).toStrictEqual({ number: '', name: null });
  });

  it('mutes the microphone of this call', async () => {
    await talking(alice, bob);
    const track = () => alice.connections.made.find(({ remoteDescription }) => remoteDescription)?.transceivers[0]?.sender.track;
    alice.phone.setMuted(alice.call.id, true);
    expect(alice.call.muted).toBe(true);
    expect(track()?.enabled).toBe(false);
    alice.phone.setMuted(alice.call.id, false);
    expect(track()?.enabled).toBe(true);
  });

  it('sends tones by RFC 4733, and by INFO where the other side takes none', async () => {
    await talking(alice, bob);
    const dtmf = alice.connections.made.find(({ remoteDescription }) => remoteDescription)?.transceivers[0]?.sender.dtmf;
    alice.phone.sendDtmf(alice.call.id, '12#');
    expect(dtmf?.sent).toStrictEqual(['12#']);
    if (dtmf) dtmf.canInsertDTMF = false;
    alice.phone.sendDtmf(alice.call.id, '5');
    await settle();
    expect(edge.requests('INFO')[0]?.text).toContain('Signal=5');
    expect(alice.call.dtmf).toBe('12#5');
  });

  it('sends the extension of the number once the other side answers', async () => {
    edge.numbers.set('+4681234567', '1002');
    await alice.dial('08-123 45 67 ext 12');
    await bob.phone.answer(bob.call.id);
    await settle();
    const dtmf = alice.connections.made.find(({ remoteDescription }) => remoteDescription)?.transceivers[0]?.sender.dtmf;
    expect(dtmf?.sent).toStrictEqual([',12']);
    expect(alice.call.remote.number).toBe('+4681234567');
  });

  it('plays early media instead of its own ring-back, and takes the final answer after it', async () => {
    edge.rewrite = (text, { method, status }) => {
      if (method !== 'INVITE' || status !== 180) return text;
      const sdp = bob.connections.made[0]?.localDescription?.sdp ?? '';
      return text
        .replace('180 Ringing', '183 Session Progress')
        .replace(/Content-Length: 0\r\n\r\n$/, `Content-Type: application/sdp\r\nContent-Length: ${sdp.length}\r\n\r\n${sdp}`);
    };
    await alice.dial('1002');
    expect(alice.call.state).toBe('alerting');
    expect([alice.output.ringback, alice.output.playing]).toStrictEqual([false, 1]);
    const connection = alice.connections.made.find(({ remoteDescription }) => remoteDescription);
    expect(connection?.remoteDescription?.type).toBe('pranswer');
    await bob.phone.answer(bob.call.id);
    await settle();
    expect(alice.call.state).toBe('active');
    expect(connection?.remoteDescription?.type).toBe('answer');
  });

  it('goes on when the other side holds and comes back', async () => {
    await talking(alice, bob);
    const invite = edge.requests('INVITE')[0];
    const ok = edge.responses('INVITE', 200)[0];
    const hold = [
      `INVITE sip:1002@h.invalid SIP/2.0`,
      `Via: SIP/2.0/WSS ${/SIP\/2\.0\/WSS ([^;]+)/.exec(invite?.header('via') ?? '')?.[1]};branch=z9hG4bKhold`,
      `From: ${invite?.header('from')}`,
      `To: ${ok?.header('to')}`,
      `Call-ID: ${invite?.header('call-id')}`,
      'CSeq: 7 INVITE',
      `Contact: ${invite?.header('contact')}`,
      'Max-Forwards: 70',
      'Content-Type: application/sdp',
    ];
    const sdp = (invite?.text.split('\r\n\r\n')[1] ?? '').replace('a=sendrecv', 'a=inactive');
    edge.say('1002', [...hold, `Content-Length: ${sdp.length}`, '', sdp].join('\r\n'));
    await settle();
    expect(edge.responses('INVITE', 200).at(-1)?.header('cseq')).toBe('7 INVITE');
    expect(bob.call).toMatchObject({ state: 'active', heldByRemote: true });
  });
});
