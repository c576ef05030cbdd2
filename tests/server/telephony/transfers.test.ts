import { describe, expect, it } from 'vitest';
import type { RoutingUser } from '@/utils/domain/routing/call-route';
import type { HandOvers, RouteTarget } from '@/server/telephony/ports';
import { NotAnswered } from '@/server/telephony/services/service-call';
import type { Bridge } from '@/server/telephony/transfers/bridge-agent';
import { readReferTo } from '@/server/telephony/transfers/refer-target';
import { atRelay, holds, offerOf } from '@/server/telephony/transfers/relay-description';
import { readTaken } from '@/server/telephony/transfers/taken-call';
import { createTransfers } from '@/server/telephony/transfers/transfers';
import { SteppedClock } from '../support/stepped-clock';
import { silentLog } from '../support/silent-log';

describe('Refer-To', () => {
  const dialog = { callId: 'a@b', toTag: 't1', fromTag: 'f1' };
  it.each([
    ['<sip:102@one.example>', { user: '102', replaces: null }],
    ['"Erik" <sip:%2B46701740605@one.example;user=phone>;x=1', { user: '+46701740605', replaces: null }],
    ['sip:*43@one.example', { user: '*43', replaces: null }],
    ['<tel:+46701740605>', { user: '+46701740605', replaces: null }],
    ['<sip:d1@x;transport=ws?Replaces=a%40b%3Bto-tag%3Dt1%3Bfrom-tag%3Df1>', { user: 'd1', replaces: dialog }],
    ['<sip:d1@x?Require=replaces&replaces=a%40b%3Bfrom-tag%3Df1%3Bto-tag%3Dt1>', { user: 'd1', replaces: dialog }],
    ['<sip:d1@x?Replaces=a%40b%3Bto-tag%3Dt1>', null],
    ['<sip:d1@x?Replaces=a%0D%0AX%3A%20y%3Bto-tag%3Dt1%3Bfrom-tag%3Df1>', null],
    ['<sip:one.example>', null],
    ['<sip:a%0d%0ab@one.example>', null],
    ['<http://one.example>', null],
    ['<sip:%zz@one.example>', null],
    ['', null],
  ])('%s', (header, target) => expect(readReferTo(header)).toEqual(target));
});

describe('what lies at the relay', () => {
  it('is offered with G.711 on one port, and reached by its local address', () => {
    const offer = offerOf({ address: '10.0.0.1', port: 30_002 });
    expect(offer).toContain('c=IN IP4 10.0.0.1\r\n');
    expect(offer).toMatch(/m=audio 30002 RTP\/AVP 8 0 101\r\n[^]*a=rtcp-mux/);
    expect(atRelay('o=- 1 1 IN IP4 192.0.2.1\r\nc=IN IP4 192.0.2.1\r\na=rtcp:3 IN IP4 192.0.2.1', '10.0.0.1')).not.toContain('192.0.2.1');
  });

  it.each([['sendonly', true], ['inactive', true], ['sendrecv', false], ['recvonly', false]])('a side that says %s holds: %s', (direction, held) =>
    expect(holds(`m=audio 1 RTP/AVP 8\r\na=${direction}\r\n`)).toBe(held));
});

it.each(['', 'e30=', 'no base64 {', Buffer.from('{"as":"both"}').toString('base64')])('a call that is handed over in words nobody knows is none: %j', (header) =>
  expect(readTaken(header)).toBeNull());

const user = { id: 'maria', name: 'Maria' } as RoutingUser;
const AGENT = 'd-agent';

function exchange({ registered = true, parties = {} }: { registered?: boolean; parties?: Record<string, RouteTarget[]> } = {}) {
  const told: string[] = [];
  const handOvers: HandOvers = { bridge: () => undefined, release: (callId) => told.push(`release ${callId}`), keep: () => undefined };
  const bridge: Bridge = {
    onCall: null,
    registered,
    route: '',
    call: ({ begun, signal }) => {
      begun('d2');
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new NotAnswered(487))));
    },
    adopt: () => expect.fail('nothing was taken'),
    take: async () => null,
    tell: async (phone, status) => {
      told.push(`${phone.callId} ${status}`);
      return true;
    },
  };
  const transfers = createTransfers({
    handOvers,
    bridge: () => bridge,
    device: 'd-bridge',
    domain: 'one.example',
    relayPlace: async () => ({ address: '127.0.0.1', port: 30_000 }),
    outsideParty: async () => ({ number: '+46701740611', name: '' }),
    left: () => undefined,
    partiesOf: (callId) => parties[callId] ?? [],
    userOf: async (device) => (device === AGENT ? user : null),
    clock: new SteppedClock(),
    log: silentLog,
  });
  const refer = (callId: string, referTo = '<sip:102@one.example>', device = AGENT) => transfers.refer({ callId, device, tags: ['p', 't'], referTo, media: 'm1' });
  return { transfers, refer, told };
}

describe('who may hand a call on', () => {
  const replacing = (callId: string) => `<sip:d1@x?Replaces=${callId}%3Bto-tag%3Dt%3Bfrom-tag%3Df>`;
  it.each([
    ['a device that nobody has', 403, { device: 'd-other' }],
    ['to what nobody can call', 400, { referTo: '<mailto:a@b.example>' }],
    ['into a call of others', 403, { referTo: replacing('theirs') }],
    ['into an own call', 202, { referTo: replacing('mine') }],
    ['without a bridge', 503, { registered: false }],
  ])('%s: %i', async (_, status, { device, referTo, registered = true }: { device?: string; referTo?: string; registered?: boolean }) => {
    const party = (username: string) => ({ kind: 'device' as const, username });
    const { refer } = exchange({ registered, parties: { theirs: [party('d1'), party('d2')], mine: [party('d1'), party(AGENT)] } });
    expect(await refer('one', referTo, device)).toBe(status);
  });

  it('a call is handed on once at a time, and six of a user', async () => {
    const { refer } = exchange();
    expect(await refer('0')).toBe(202);
    expect(await refer('0')).toBe(491);
    for (const callId of ['1', '2', '3', '4', '5']) expect(await refer(callId)).toBe(202);
    expect(await refer('6')).toBe(503);
  });

  it('only the leg that was begun for it is the caller’s, and it is over with the call', async () => {
    const { transfers, refer, told } = exchange();
    const leg = (username: string) => transfers.legOf({ callId: 'd2', source: { kind: 'device', username } });
    await refer('0');
    await expect.poll(() => leg('d-bridge')).toMatchObject({ to: 'transferred', referrer: user, device: AGENT, party: { number: '+46701740611' } });
    expect(leg(AGENT)).toBeNull();
    transfers.handle({ kind: 'ended', callId: '0', status: 200, by: 'caller', at: 0 });
    await expect.poll(() => told).toEqual(['0 100', 'release 0', '0 487']);
    expect(leg('d-bridge')).toBeNull();
    await expect.poll(() => refer('0')).toBe(202);
  });
});
