import { expect, it } from 'vitest';
import type { CallRoute, Wanted } from '@/utils/domain/routing/call-route';
import { stepOfFailure, stepsOf } from '@/utils/domain/routing/call-step';

const from = { number: '+46846500401', name: 'Maria' };
const user = { id: 'u', companyId: 'c', name: 'Erik', extension: '102', fixedNumber: '+46846500402', mobileNumber: null, region: 'SE' };
const toUser: CallRoute = { to: 'user', user, from };
const toTrunk = (number: string): CallRoute => ({ to: 'trunk', number, from });
const rejected = (status: number): CallRoute => ({ to: 'reject', status, reason: '' });
const short = (digits: string): Wanted => ({ kind: 'short', digits });
const e164 = (number: string): Wanted => ({ kind: 'number', e164: number });

it.each<[string, Wanted, CallRoute, string[]]>([
  ['an extension', short('102'), toUser, ['dialled-extension 102']],
  ['a number of a user', e164('+46846500402'), toUser, ['dialled-number +46846500402']],
  ['a short number of the region', short('1177'), toTrunk('1177'), ['dialled-number 1177', 'to-trunk 1177']],
  ['an emergency number', { kind: 'emergency', digits: '112' }, toTrunk('112'), ['emergency 112', 'to-trunk 112']],
  ['the echo test', { kind: 'service', service: 'echo' }, { to: 'service', service: 'echo', from }, ['service echo']],
  ['a number without a trunk', e164('+4670'), rejected(503), ['dialled-number +4670', 'no-trunk']],
  ['nonsense', { kind: 'nothing' }, rejected(404), ['nobody-has-number']],
])('%s', (_what, wanted, path, expected) => {
  const steps = stepsOf({ wanted, path, divertedFrom: null, transferredBy: null });
  expect(steps.map(({ code, ...rest }) => [code, ...Object.values(rest)].join(' '))).toEqual(expected);
});

it('who forwarded and who transferred come first', () => {
  const steps = stepsOf({ wanted: short('102'), path: toUser, divertedFrom: '+4670', transferredBy: { number: '+468', name: 'Karin' } });
  expect(steps.map(({ code }) => code)).toEqual(['diverted-from', 'transferred-by', 'dialled-extension']);
});

it.each([
  [{ status: 408, reason: 'no-answer' }, { code: 'no-answer-after', seconds: 45 }],
  [{ status: 480, reason: 'unregistered' }, { code: 'no-device-registered' }],
  [{ status: 486, reason: 'rejected' }, { code: 'rejected', status: 486 }],
] as const)('%j', (failure, step) => {
  expect(stepOfFailure(failure, 45_000)).toEqual(step);
});
