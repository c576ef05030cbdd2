import { describe, expect, it } from 'vitest';
import { call as callView, ringing, state as stateWith } from '@/tests/components/support/phone-states';
import { EMPTY_PHONE_STATE, type CallView, type PhoneState, type RegistrationStatus } from '@/utils/contract/phone-state';
import { shellViewOf } from '@/utils/contract/shell-view';

const call = (state: CallView['state'], id: string = state): CallView =>
  callView({ id, direction: state === 'ringing' ? 'incoming' : 'outgoing', state, remote: { number: '+46701740607', name: 'Eva' } });
const having = (status: RegistrationStatus, ...calls: CallView[]): PhoneState => ({
  ...EMPTY_PHONE_STATE,
  registration: { status, reason: null, retryAt: null },
  calls,
});

describe('the toolbar icon', () => {
  it.each<[string, PhoneState]>([
    ['connected', having('registered')],
    ['connecting', having('connecting')],
    ['offline', having('offline')],
    ['offline', having('rejected')],
    ['offline', having('signed-out')],
    ['ringing', having('registered', call('ringing'))],
    ['ringing', having('offline', call('active'), call('ringing'))],
    ['in-call', having('registered', call('dialling'))],
    ['in-call', having('connecting', call('active'))],
    ['in-call', having('registered', call('held'))],
    ['connected', having('registered', call('ended'))],
  ])('%s', (icon, state) => {
    expect(shellViewOf(state).icon).toBe(icon);
  });
});

it('the notification is of the call that rings, the panel of any call shown', () => {
  expect(shellViewOf(having('registered'))).toMatchObject({ incoming: null, panel: false });
  expect(shellViewOf(having('registered', call('ended')))).toMatchObject({ incoming: null, panel: true });
  const incoming = { callId: 'c9', number: '+46 70 174 06 07', name: 'Eva' };
  expect(shellViewOf(having('registered', call('ended'), call('ringing', 'c9')))).toMatchObject({ incoming, panel: true });
});

it('a question how to call is on the page, unless the popup has asked it', () => {
  const asking = (source: 'page' | 'popup') => ({ ...having('registered'), asking: { target: '+46701740607', choices: [], source, askedAt: 0 } });
  expect([shellViewOf(asking('page'), true), shellViewOf(asking('popup'), true), shellViewOf(asking('popup'))].map(({ panel }) => panel)).toEqual([true, false, true]);
});

it.each([
  ['national in the own country', '+46701740607', 'Karin Andersson', '070-174 06 07', 'Karin Andersson'],
  ['international from another', '+4930901820', null, '+49 30 901820', null],
  ['as it is for an extension', '212', ' ', '212', null],
  ['once when the name is the number', '+46701740607', '+46701740607', '070-174 06 07', null],
  ['not at all when withheld', '', null, '', null],
] as const)('tells the number of a ringing call %s', (_, number, name, shown, named) => {
  const { incoming } = shellViewOf(stateWith({ calls: [ringing({ remote: { number, name } })] }));
  expect(incoming).toEqual({ callId: 'call-2', number: shown, name: named });
});
