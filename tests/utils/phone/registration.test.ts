import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { settle } from '@/tests/support/fake-clock';
import { TestPhone } from '@/tests/support/phone-builder';
import { FakeEdge, respond } from '@/tests/support/phone-edge';

let edge: FakeEdge;
let phone: TestPhone;

beforeEach(() => {
  edge = new FakeEdge();
});
afterEach(async () => {
  await phone.phone.stop();
});

const build = async (options: ConstructorParameters<typeof TestPhone>[2] = {}) => {
  phone = await new TestPhone(edge, 'd1', options).start();
  return phone;
};

describe('registering', () => {
  it('keeps one contact: user name, instance and reg-id are the same over every REGISTER', async () => {
    await build();
    edge.cut();
    await phone.clock.step(1_000);
    const contacts = edge.requests('REGISTER').map((message) => message.header('contact')?.replace(/;expires=.*/, ''));
    expect(contacts.length).toBeGreaterThanOrEqual(3);
    expect(new Set(contacts).size).toBe(1);
    expect(contacts[0]).toMatch(/^<sip:d1@h\d+\.invalid;transport=ws>;reg-id=1;\+sip\.instance="<urn:uuid:00000000-/);
    const callIds = edge.requests('REGISTER').map((message) => message.header('call-id'));
    expect(new Set(callIds).size).toBe(1);
    const cseqs = edge.requests('REGISTER').map((message) => Number.parseInt(message.header('cseq') ?? '', 10));
    expect(cseqs).toStrictEqual([...cseqs].sort((one, other) => one - other));
    expect(phone.registrations.map(({ status }) => status)).toStrictEqual(['connecting', 'registered', 'connecting', 'registered']);
  });

  it('answers the challenge with digest and never sends the password', async () => {
    await build();
    expect(edge.requests('REGISTER')[1]?.header('authorization')).toMatch(/^Digest algorithm=MD5, username="d1", realm="test"/);
    expect(edge.log.some(({ text }) => text.includes('secret'))).toBe(false);
    expect(phone.log.lines.join('\n')).not.toContain('secret');
  });

  it('registers again before the granted time is over', async () => {
    edge.expires = 60;
    await build();
    const before = edge.requests('REGISTER').length;
    await phone.clock.step(35_000);
    expect(edge.requests('REGISTER')).toHaveLength(before);
    await phone.clock.step(14_000);
    expect(edge.requests('REGISTER').length).toBeGreaterThan(before);
    expect(phone.registration?.status).toBe('registered');
  });

  it('takes a longer time when the registrar asks for one', async () => {
    edge.rules.push((message) =>
      message.method === 'REGISTER' && message.status === null && Number(message.header('expires')) < 1_800 ?
        [respond(message, '423 Interval Too Brief', ['Min-Expires: 1800'])]
      : 'pass',
    );
    await build();
    expect(phone.registration?.status).toBe('registered');
    expect(edge.requests('REGISTER').at(-1)?.header('expires')).toBe('1800');
  });

  it('unregisters when it stops', async () => {
    await build();
    await phone.phone.stop();
    expect(edge.requests('REGISTER').at(-1)?.header('expires')).toBe('0');
    expect(edge.registered('d1')).toBe(false);
    expect(phone.registration?.status).toBe('signed-out');
  });
});

describe('when the connection is lost', () => {
  it('is registered again within a second while the server is up', async () => {
    await build();
    for (let round = 0; round < 5; round++) {
      await phone.clock.step(20_000);
      edge.cut();
      await settle();
      expect(edge.registered('d1')).toBe(false);
      await phone.clock.step(1_000);
      expect(edge.registered('d1')).toBe(true);
    }
  });

  it.each([300, 2_000, 20_000, 50_000])('is registered within 3 s of the return of an edge that was away for %i ms', async (away) => {
    await build();
    edge.mode = 'down';
    edge.cut();
    await phone.clock.step(away);
    expect(edge.registered('d1')).toBe(false);
    edge.mode = 'up';
    await phone.clock.step(3_000);
    expect(phone.registration?.status).toBe('registered');
  });

  it('gives up an opening that hangs, and says when it tries again', async () => {
    edge.mode = 'hang';
    await build();
    await phone.clock.step(5_100);
    const offline = phone.registrations.find(({ status }) => status === 'offline');
    expect(offline?.reason).toBe('server-unreachable');
    expect(offline?.retryAt).toBeGreaterThan(1_700_000_000_000);
  });

  it('notices a half-open socket within 17 s', async () => {
    await build();
    const dead = phone.sockets.sockets[0];
    if (dead) dead.mute = true;
    await phone.clock.step(17_000);
    expect(phone.sockets.sockets.length).toBeGreaterThan(1);
    expect(phone.registration?.status).toBe('registered');
  });

  it('leaves a quiet connection alone, with and without pongs', async () => {
    await build();
    await phone.clock.step(120_000);
    edge.answersPings = false;
    await phone.clock.step(120_000);
    expect(phone.sockets.sockets).toHaveLength(1);
    expect(edge.requests('OPTIONS').length).toBeGreaterThan(5);
  });

  it.each(['changed', 'online'] as const)('the network %s: is registered again within 3 s where the connection has died of it', async (event) => {
    await build();
    const dead = phone.sockets.sockets[0];
    if (dead) dead.mute = true;
    phone.network.emit(event);
    await phone.clock.step(2_000);
    expect(phone.sockets.sockets).toHaveLength(2);
    expect(phone.registration?.status).toBe('registered');
    expect(edge.requests('REGISTER').length).toBeGreaterThan(3);
  });

  it.each([true, false])('keeps a connection that has outlived a change of the network (pongs: %s)', async (pongs) => {
    await build();
    edge.answersPings = pongs;
    phone.network.emit('changed');
    await phone.clock.step(5_000);
    expect(phone.sockets.sockets).toHaveLength(1);
    expect(phone.registrations.map(({ status }) => status)).toStrictEqual(['connecting', 'registered']);
  });

  it('tries at once when the network comes back', async () => {
    await build();
    edge.mode = 'down';
    phone.network.online = false;
    edge.cut();
    await phone.clock.step(3_000);
    expect(phone.registration?.reason).toBe('no-network');
    edge.mode = 'up';
    phone.network.emit('online');
    await phone.clock.step(200);
    expect(phone.registration).toStrictEqual({ status: 'registered', reason: null, retryAt: null });
  });

  it('goes on looking every few seconds, and at once when somebody looks', async () => {
    await build();
    edge.mode = 'down';
    edge.cut();
    await phone.clock.step(3_600_000);
    edge.mode = 'up';
    phone.phone.serverMayBeBack();
    await phone.clock.step(200);
    expect(phone.registration?.status).toBe('registered');

    edge.mode = 'down';
    edge.cut();
    await phone.clock.step(3_600_000);
    edge.mode = 'up';
    await phone.clock.step(6_200);
    expect(phone.registration?.status).toBe('registered');
  });

  it('hears while it tries that the server is back: when that try fails, the next follows at once', async () => {
    await build();
    edge.mode = 'hang';
    edge.cut();
    await phone.clock.step(3_000);
    expect(phone.registration?.status).toBe('connecting');
    phone.phone.serverMayBeBack();
    edge.mode = 'up';
    // The opening that hangs is given up after 5 s.
    await phone.clock.step(2_300);
    expect(phone.registration?.status).toBe('registered');
  });

  it('connects anew after the machine slept', async () => {
    await build();
    phone.clock.sleep(3_600_000);
    await phone.clock.step(5_100);
    expect(phone.sockets.sockets.length).toBeGreaterThan(1);
    expect(phone.registration?.status).toBe('registered');
  });

  it.each([-86_400_000, -30_000, 30_000, 86_400_000])('stays registered when the computer’s time is moved by %i ms', async (moved) => {
    await build();
    phone.clock.moveTimeOfDay(moved);
    await phone.clock.step(6_000);
    expect(phone.registration?.status).toBe('registered');
    const before = edge.requests('REGISTER').length;
    await phone.clock.step(600_000);
    expect(edge.requests('REGISTER').length).toBeGreaterThan(before);
    edge.cut();
    await phone.clock.step(1_000);
    expect(phone.registration?.status).toBe('registered');
  });

  it('does not hammer a server that drops it right after registering', async () => {
    edge.rules.push((message) => {
      if (message.method === 'REGISTER' && message.header('authorization')) setImmediate(() => edge.cut());
      return 'pass';
    });
    await build();
    await phone.clock.step(60_000);
    expect(phone.sockets.sockets.length).toBeLessThan(120);
  });

  it('does not hammer a server that drops it before it is registered', async () => {
    await build();
    await phone.clock.step(20_000);
    // A proxy in front of a PBX that is down opens the WebSocket and closes it again.
    edge.rules.push(() => {
      setImmediate(() => edge.cut());
      return 'drop';
    });
    edge.cut();
    await phone.clock.step(60_000);
    expect(phone.sockets.sockets.length).toBeGreaterThan(20);
    expect(phone.sockets.sockets.length).toBeLessThan(120);
    expect(phone.registrations).toContainEqual(expect.objectContaining({ status: 'offline', reason: 'server-unreachable' }));
  });
});

describe('when the registrar refuses', () => {
  it.each([
    ['one', 'device-revoked'],
    ['sip', 'wrong-credentials'],
  ] as const)('%s account: says %s and does not hammer', async (kind, reason) => {
    edge.passwords.set('d1', 'revoked');
    await build({ kind });
    expect(phone.registration).toStrictEqual({ status: 'rejected', reason, retryAt: null });
    const sent = edge.requests('REGISTER').length;
    phone.network.emit('changed');
    await phone.clock.step(590_000);
    expect(edge.requests('REGISTER')).toHaveLength(sent);
  });

  it('tries again when the user asks', async () => {
    edge.passwords.set('d1', 'revoked');
    await build();
    edge.passwords.clear();
    phone.phone.reconnect();
    await settle();
    expect(phone.registration?.status).toBe('registered');
  });

  it('waits as long as a troubled server asks for', async () => {
    edge.rules.push((message) =>
      message.method === 'REGISTER' && message.status === null ? [respond(message, '503 Service Unavailable', ['Retry-After: 20'])] : 'pass',
    );
    await build();
    expect(phone.registration).toMatchObject({ status: 'offline', reason: 'server-error' });
    await phone.clock.step(19_000);
    expect(edge.requests('REGISTER')).toHaveLength(1);
    edge.rules.length = 0;
    await phone.clock.step(2_000);
    expect(phone.registration?.status).toBe('registered');
  });

  it('a registrar that never answers is unreachable', async () => {
    edge.rules.push(({ method }) => (method === 'REGISTER' ? 'drop' : 'pass'));
    await build();
    await phone.clock.step(6_100);
    expect(phone.registrations.find(({ status }) => status === 'offline')?.reason).toBe('server-unreachable');
  });

  it('is told of its revocation from elsewhere, and stays quiet', async () => {
    await build();
    phone.phone.revoked();
    await phone.clock.step(60_000);
    expect(phone.registration).toStrictEqual({ status: 'rejected', reason: 'device-revoked', retryAt: null });
    expect(edge.connections()).toBe(0);
  });
});
