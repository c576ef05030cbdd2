import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { routeCall, wantedFrom, type Caller, type Reached, type RoutingUser } from '@/utils/domain/routing/call-route';
import { isEmergencyNumber } from '@/utils/domain/routing/emergency-numbers';

const services = { echo: '*43', announcement: '*44' };
const user = (over: Partial<RoutingUser> = {}): RoutingUser => ({
  id: 'u1',
  companyId: 'c1',
  name: 'Maria Bergström',
  extension: '101',
  fixedNumber: '+46846500412',
  mobileNumber: null,
  region: 'SE',
  ...over,
});
const inside: Caller = { kind: 'user', user: user() };
const outside: Caller = { kind: 'outside', number: '+46701740606', name: 'Karin' };

describe('what a dialled string wants', () => {
  it.each([
    ['*43', 'SE', { kind: 'service', service: 'echo' }],
    ['*44', 'SE', { kind: 'service', service: 'announcement' }],
    ['112', 'SE', { kind: 'emergency', digits: '112' }],
    ['112', 'DE', { kind: 'emergency', digits: '112' }],
    ['999', 'GB', { kind: 'emergency', digits: '999' }],
    ['999', 'SE', { kind: 'short', digits: '999' }],
    ['101', 'SE', { kind: 'short', digits: '101' }],
    ['11414', 'SE', { kind: 'short', digits: '11414' }],
    ['070-174 06 07', 'SE', { kind: 'number', e164: '+46701740607' }],
    ['0046701740607', 'SE', { kind: 'number', e164: '+46701740607' }],
    ['+46701740607', 'GB', { kind: 'number', e164: '+46701740607' }],
    ['hej', 'SE', { kind: 'nothing' }],
  ] as const)('%s in %s', (dialled, region, wanted) => {
    expect(wantedFrom(dialled, region, services)).toEqual(wanted);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), fc.constantFrom('SE', 'US', 'XX'), (text, region) => void wantedFrom(text, region, services)));
  });

  it('knows an emergency number everywhere', () => {
    expect(isEmergencyNumber('112', 'XX')).toBe(true);
    expect(isEmergencyNumber('911', 'SE')).toBe(false);
  });
});

describe('where a call goes', () => {
  it('shows a user by its fixed number, inside and on the trunk', () => {
    const from = { number: '+46846500412', name: 'Maria Bergström' };
    expect(routeCall(inside, { kind: 'user', user: user({ id: 'u2' }) }, true)).toMatchObject({ to: 'user', from });
    expect(routeCall(inside, { kind: 'outside', number: '+46701740607' }, true)).toMatchObject({ to: 'trunk', from });
  });

  it('says so when there is no trunk', () => {
    expect(routeCall(inside, { kind: 'outside', number: '+46701740607' }, false)).toMatchObject({ to: 'reject', status: 503 });
  });

  it('shows a withheld number as anonymous', () => {
    const withheld: Caller = { kind: 'outside', number: '', name: '' };
    expect(routeCall(withheld, { kind: 'user', user: user() }, true)).toMatchObject({ from: { number: 'anonymous' } });
  });

  it('never sends a caller from outside to the trunk or to a service', () => {
    const reached: fc.Arbitrary<Reached> = fc.oneof(
      fc.constant<Reached>({ kind: 'nobody' }),
      fc.constantFrom<Reached>({ kind: 'service', service: 'echo' }, { kind: 'service', service: 'announcement' }),
      fc.string().map((number): Reached => ({ kind: 'outside', number })),
    );
    fc.assert(
      fc.property(reached, fc.boolean(), (to, trunk) => {
        expect(routeCall(outside, to, trunk)).toMatchObject({ to: 'reject', status: 404 });
      }),
    );
  });
});
