import { describe, expect, it } from 'vitest';
import type { CallRecord } from '@/utils/contract/call-record';
import type { RoutingUser } from '@/utils/domain/routing/call-route';
import { createCallLog } from '@/server/telephony/call-log';
import type { OwnedRecord } from '@/server/telephony/record-writer';
import type { RouteRequest, RouteTarget } from '@/server/telephony/ports';
import { createRouting } from '@/server/telephony/routing';
import { SteppedClock } from '../support/stepped-clock';

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const maria: RoutingUser = {
  id: 'maria',
  companyId: 'c',
  name: 'Maria Bergström',
  extension: '101',
  fixedNumber: '+46846500401',
  mobileNumber: '+46701740605',
  region: 'SE',
};
const erik: RoutingUser = { ...maria, id: 'erik', name: 'Erik Lindqvist', extension: '102', fixedNumber: '+46846500402', mobileNumber: null };
const DEVICES: Record<string, string[]> = { maria: ['d-maria-1', 'd-maria-2'], erik: ['d-erik'] };

function exchange(trunk = true, orderedLeg: NonNullable<Parameters<typeof createRouting>[0]['orderedLeg']> = () => null) {
  const users = [maria, erik];
  const stored = new Map<string, OwnedRecord>();
  const log = createCallLog(
    {
      put: async (records) => records.forEach((owned) => stored.set(owned.record.id, owned)),
      byCallId: async (callId) => [...stored.values()].filter((owned) => owned.record.callId === callId),
    },
    silent,
    new SteppedClock(Date.UTC(2026, 10, 23, 9)),
  );
  const routing = createRouting({
    directory: {
      userOfDevice: async (name) => users.find((user) => DEVICES[user.id]?.includes(name)) ?? null,
      userByExtension: async (_company, extension) => users.find((user) => user.extension === extension) ?? null,
      userByNumber: async (e164) => users.find((user) => user.fixedNumber === e164 || user.mobileNumber === e164) ?? null,
      devicesOf: async (id) => DEVICES[id] ?? [],
    },
    calls: log,
    orderedLeg,
    bridge: 'd-bridge',
    services: { echo: '*43', announcement: '*44' },
    serviceDevice: async (service) => (service === 'echo' ? 'd-echo' : null),
    trunk,
    region: 'SE',
  });
  const records = (userId: string): CallRecord[] =>
    [...stored.values()].filter((owned) => owned.userId === userId).map((owned) => owned.record);
  return { routing, log, records };
}

const from = (username: string, dialled: string, over: Partial<RouteRequest> = {}): RouteRequest => ({
  callId: 'call-1',
  source: { kind: 'device', username },
  dialled,
  claimed: { user: '+46112', displayName: 'Polisen' },
  assertedByTrunk: null,
  replacesCallId: null,
  divertedFrom: null,
  referredBy: null,
  ...over,
});
const fromTrunk = (dialled: string, asserted: string | null, claimed = 'anonymous') =>
  from('', dialled, { source: { kind: 'trunk' }, assertedByTrunk: asserted, claimed: { user: claimed, displayName: '' } });

describe('routing', () => {
  it.each(['101', '08-465 004 01', '+46846500401', '0701740605'])('rings all devices of the user who has %s', async (dialled) => {
    const { routing } = exchange();
    expect(await routing.route(from('d-erik', dialled))).toMatchObject({
      act: 'route',
      targets: [{ username: 'd-maria-1' }, { username: 'd-maria-2' }],
    });
  });

  it.each<[RouteTarget, object]>([
    [{ kind: 'device', username: 'd-maria-2' }, { code: 'answered-by', device: 'd-maria-2' }],
    [{ kind: 'trunk', number: '+46701740605' }, { code: 'answered-at', number: '+46701740605' }],
  ])('records why, once for both sides, and who answered for the one who was called: %j', async (target, answered) => {
    const { routing, log, records } = exchange();
    await routing.route(from('d-erik', '101'));
    log.handle({ kind: 'answered', callId: 'call-1', target, at: 1 });
    await log.settled();
    const steps = (userId: string) => records(userId)[0]?.reasons.map(({ at: _, ...step }) => step);
    const before = [{ code: 'dialled-extension', number: '101' }, { code: 'rang-devices', count: 2 }];
    expect(steps('erik')).toEqual(before);
    expect(steps('maria')).toEqual([...before, answered]);
  });

  it('records what did not work, who forwarded a call here, and who transferred one', async () => {
    const { routing, log, records } = exchange();
    await routing.route({ ...fromTrunk('0846500401', '+46701740699'), divertedFrom: '0701740698' });
    await routing.routeFailed({ callId: 'call-1', status: 408, reason: 'no-answer' });
    // Maria talks with Erik: she can have sent him on, another device of hers cannot.
    await routing.route(from('d-erik', '101', { callId: 'call-0' }));
    log.handle({ kind: 'answered', callId: 'call-0', target: { kind: 'device', username: 'd-maria-1' }, at: 0 });
    await log.settled();
    await routing.route(from('d-erik', '101', { callId: 'call-2', referredBy: 'd-maria-1' }));
    await routing.route(from('d-erik', '101', { callId: 'call-3', referredBy: 'd-maria-2' }));
    await log.settled();
    const reasons = records('maria').map((record) => record.reasons.map(({ at: _, ...step }) => step));
    expect(reasons).toEqual([
      [{ code: 'diverted-from', number: '+46701740698' }, { code: 'dialled-number', number: '+46846500401' }, { code: 'rang-devices', count: 2 }, { code: 'no-answer-after', seconds: 45 }],
      [{ code: 'dialled-extension', number: '101' }, { code: 'rang-devices', count: 2 }, { code: 'answered-by', device: 'd-maria-1' }],
      [{ code: 'transferred-by', number: maria.fixedNumber, name: maria.name }, { code: 'dialled-extension', number: '101' }, { code: 'rang-devices', count: 2 }],
      [{ code: 'dialled-extension', number: '101' }, { code: 'rang-devices', count: 2 }],
    ]);
  });

  it('shows the fixed number whatever the device claims', async () => {
    const { routing } = exchange();
    expect(await routing.route(from('d-erik', '101'))).toMatchObject({ identity: { number: '+46846500402', name: 'Erik Lindqvist' } });
  });

  it('does not ring the device that calls', async () => {
    const { routing } = exchange();
    expect(await routing.route(from('d-maria-1', '101'))).toMatchObject({ targets: [{ username: 'd-maria-2' }] });
  });

  it.each([
    ['070-174 06 99', '+46701740699'],
    ['00441632960001', '+441632960001'],
    ['112', '112'],
    ['1177', '1177'],
  ])('sends %s to the trunk as %s', async (dialled, number) => {
    const { routing } = exchange();
    expect(await routing.route(from('d-erik', dialled))).toMatchObject({ targets: [{ kind: 'trunk', number }] });
  });

  it('takes a call from the trunk to the user, shown as the trunk asserts', async () => {
    const { routing } = exchange();
    expect(await routing.route(fromTrunk('+46846500401', '0701740699', '+4612'))).toMatchObject({
      targets: [{ username: 'd-maria-1' }, { username: 'd-maria-2' }],
      identity: { number: '+46701740699' },
    });
    expect(await routing.route(fromTrunk('+46846500401', null))).toMatchObject({ identity: { number: 'anonymous' } });
  });

  it.each(['+46701740699', '112', '*43', '101'])('never takes the trunk to %s', async (dialled) => {
    const { routing } = exchange();
    expect(await routing.route(fromTrunk(dialled, '+46701740698'))).toMatchObject({ act: 'reply', status: 404 });
  });

  it('refuses an unknown device and a service that is not running', async () => {
    const { routing } = exchange();
    expect(await routing.route(from('d-nobody', '101'))).toMatchObject({ act: 'reply', status: 403 });
    expect(await routing.route(from('d-erik', '*44'))).toMatchObject({ act: 'reply', status: 480 });
    expect(await routing.route(from('d-erik', '*43'))).toMatchObject({ targets: [{ username: 'd-echo' }] });
  });

  it('lets a call be replaced only at a party of it', async () => {
    const { routing, log } = exchange();
    await routing.route(from('d-erik', '101'));
    log.handle({ kind: 'answered', callId: 'call-1', target: { kind: 'device', username: 'd-maria-1' }, at: 1 });
    await log.settled();
    const replace = (dialled: string) => routing.route(from('d-x', dialled, { callId: 'call-2', source: { kind: 'device', username: 'd-maria-2' }, replacesCallId: 'call-1' }));
    const erik = { name: expect.stringContaining('Erik'), number: expect.stringMatching(/^\+46/) };
    expect(await replace('d-erik')).toMatchObject({ targets: [{ username: 'd-erik' }], connected: erik });
    expect(await replace('d-maria-2')).toMatchObject({ act: 'reply', status: 481 });
  });

  it.each([
    ['d-maria-1', { number: '+46846500401', name: 'Maria Bergström' }],
    ['d-maria-2', undefined],
    ['d-erik', undefined],
    ['+46846500401', undefined],
  ])('names who sent the caller when they talk to each other: %s', async (referredBy, shown) => {
    const { routing, log } = exchange();
    await routing.route(from('d-erik', '101'));
    log.handle({ kind: 'answered', callId: 'call-1', target: { kind: 'device', username: 'd-maria-1' }, at: 1 });
    await log.settled();
    const sent = { callId: 'call-2', referredBy };
    const [blind, attended, out] = await Promise.all([
      routing.route(from('d-erik', '101', sent)),
      routing.route(from('d-erik', 'd-maria-1', { ...sent, replacesCallId: 'call-1' })),
      routing.route(from('d-erik', '0317110100', sent)),
    ]);
    expect([blind, attended, out].map((decision) => (decision.act === 'route' ? decision.referredBy : decision))).toEqual([shown, shown, undefined]);
    log.handle({ kind: 'ended', callId: 'call-1', status: 200, by: 'caller', at: 2 });
    await log.settled();
    expect(await routing.route(from('d-erik', '101', { callId: 'call-3', referredBy }))).not.toHaveProperty('referredBy');
  });

  it.each([
    ['no-answer', 408],
    ['unregistered', 480],
    ['rejected', 486],
  ] as const)('ends a call that failed by %s with %i', async (reason, status) => {
    const { routing } = exchange();
    expect(await routing.routeFailed({ callId: 'call-1', status: 486, reason })).toMatchObject({ act: 'reply', status });
  });
});

describe('call log', () => {
  it('keeps who called whom, when it rang, was answered and ended, for both users', async () => {
    const { routing, log, records } = exchange();
    await routing.route(from('d-erik', '101'));
    const target = { kind: 'device', username: 'd-maria-2' } as const;
    const start = Date.UTC(2026, 10, 23, 9);
    log.handle({ kind: 'ringing', callId: 'call-1', target, at: start + 10 });
    log.handle({ kind: 'answered', callId: 'call-1', target, at: start + 2000 });
    log.handle({ kind: 'ended', callId: 'call-1', status: 200, by: 'callee', at: start + 9000 });
    await log.settled();
    const expected = {
      ringingAt: '2026-11-23T09:00:00.010Z',
      answeredAt: '2026-11-23T09:00:02.000Z',
      answeredBy: 'd-maria-2',
      endedAt: '2026-11-23T09:00:09.000Z',
      status: 200,
      endedBy: 'callee',
    };
    expect(records('erik')).toEqual([expect.objectContaining({ ...expected, direction: 'outgoing', number: '+46846500401', name: 'Maria Bergström' })]);
    expect(records('maria')).toEqual([expect.objectContaining({ ...expected, direction: 'incoming', number: '+46846500402', name: 'Erik Lindqvist' })]);
  });

  it('takes the end of a call that began before the server was restarted', async () => {
    const { routing, log, records } = exchange();
    await routing.route(from('d-erik', '101'));
    log.handle({ kind: 'ended', callId: 'call-1', status: 486, by: 'callee', at: 5 });
    log.handle({ kind: 'ended', callId: 'call-1', status: 500, by: 'server', at: 6 });
    await log.settled();
    expect(records('erik')).toEqual([expect.objectContaining({ status: 486 })]);
  });
});

it('whom Maria sends into her call with somebody outside goes to the bridge, and nobody else does', async () => {
  const { routing, log } = exchange();
  await routing.route(from('d-erik', '101', { callId: 'inside' }));
  log.handle({ kind: 'answered', callId: 'inside', target: { kind: 'device', username: 'd-maria-1' }, at: 0 });
  await routing.route(from('d-maria-1', '070-174 06 99', { callId: 'outside' }));
  log.handle({ kind: 'answered', callId: 'outside', target: { kind: 'trunk', number: '+46701740699' }, at: 0 });
  await log.settled();
  const replacing = (more: Partial<RouteRequest>) => routing.route(from('d-erik', 'pstn', { callId: 'new', replacesCallId: 'outside', ...more }));
  expect(await replacing({ referredBy: 'd-maria-1' })).toMatchObject({ targets: [{ username: 'd-bridge' }], identity: { number: erik.fixedNumber } });
  for (const referredBy of [null, 'd-maria-2', 'd-erik']) expect(await replacing({ referredBy })).toMatchObject({ act: 'reply', status: 481 });
});

describe('a caller outside whom Maria hands on', () => {
  const party = { number: '+46701740611', name: 'Kund' };
  const referredBy = { number: maria.fixedNumber, name: maria.name };
  const transferring = (more: Partial<RouteRequest> & { readonly dialled: string }) => {
    const parts = exchange(true, () => ({ to: 'transferred', party, referrer: maria, device: 'd-maria-1' }));
    return { ...parts, decision: () => parts.routing.route(from('d-bridge', more.dialled, more)) };
  };

  it.each([
    ['102', { targets: [{ username: 'd-erik' }], identity: party, referredBy }],
    ['101', { targets: [{ username: 'd-maria-2' }], identity: party, referredBy }],
    ['070-174 06 99', { targets: [{ kind: 'trunk', number: '+46701740699' }], identity: { number: maria.fixedNumber } }],
    ['*43', { targets: [{ username: 'd-echo' }] }],
    ['999', { act: 'route', targets: [{ kind: 'trunk', number: '999' }] }],
    ['x', { act: 'reply', status: 404 }],
  ])('to %s', async (dialled, expected) => expect(await transferring({ dialled }).decision()).toMatchObject(expected));

  it('calls whoever answers: that is in their history, and what is paid for outside in hers', async () => {
    const inside = transferring({ dialled: '102' });
    await inside.decision();
    const outside = transferring({ dialled: '070-174 06 99' });
    await outside.decision();
    await Promise.all([inside.log.settled(), outside.log.settled()]);
    expect(inside.records('erik')).toMatchObject([{ direction: 'incoming', ...party, reasons: [{ code: 'transferred-by', ...referredBy }, { code: 'dialled-extension' }, { code: 'rang-devices' }] }]);
    expect(inside.records('maria')).toEqual([]);
    expect(outside.records('maria')).toMatchObject([{ direction: 'outgoing', number: '+46701740699' }]);
  });

  it('takes the place of a call only at a device that is a party of it', async () => {
    const { log, routing, records } = transferring({ dialled: 'd-erik' });
    log.handle({ kind: 'answered', callId: 'asked', target: { kind: 'device', username: 'd-erik' }, at: 0 });
    await log.settled();
    const replacing = (callId: string) => routing.route(from('d-bridge', 'd-erik', { replacesCallId: callId }));
    expect(await replacing('asked')).toMatchObject({ targets: [{ username: 'd-erik' }], identity: party, referredBy });
    expect(await replacing('other')).toMatchObject({ act: 'reply', status: 481 });
    await log.settled();
    expect(records('erik').at(-1)).toMatchObject({ direction: 'incoming', ...party });
  });
});
