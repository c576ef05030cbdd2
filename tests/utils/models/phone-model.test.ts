import { describe, expect, it } from 'vitest';
import type { CallView, PhoneState } from '@/utils/contract/phone-state';
import { createPhoneModel } from '@/utils/models/phone-model';
import { phoneStatus } from '@/utils/models/phone-status';
import { createFakePhone } from '@/tests/components/support/fake-phone';
import { call, ended, held, ringing, signedOut, state } from '@/tests/components/support/phone-states';

describe('status', () => {
  const offline = { status: 'offline', reason: 'no-network', retryAt: null } as const;
  it.each<[string, PhoneState]>([
    ['loading', state({ ready: false })],
    ['signed-out', signedOut()],
    ['registered', state()],
    ['offline', state({ registration: offline })],
    ['ringing', state({ calls: [call(), ringing()] })],
    ['calling', state({ calls: [call({ state: 'alerting' })] })],
    ['in-call', state({ calls: [call()], registration: offline })],
    ['in-call', state({ calls: [held()] })],
    ['registered', state({ calls: [ended()] })],
  ])('%s', (status, value) => expect(phoneStatus(value)).toBe(status));
});

it('sorts calls into ringing, ongoing and ended', () => {
  const model = createPhoneModel(createFakePhone(state({ calls: [ended({ id: 'e' }), call({ id: 'a' }), ringing({ id: 'r' })] })));
  expect([model.incoming.value[0]?.id, model.ongoing.value[0]?.id, model.ended.value[0]?.id]).toEqual(['r', 'a', 'e']);
  expect(model.busy.value).toBe(true);
});

it('lists live calls: ringing, going on, on hold', () => {
  const model = createPhoneModel(createFakePhone(state({ calls: [held(), ended({ id: 'e' }), call(), ringing()] })));
  expect(model.live.value.map(({ id }) => id)).toEqual(['call-2', 'call-1', 'call-3']);
});

it.each<[string, CallView[], boolean, 'talking' | 'setting-up' | null, string | null]>([
  ['nothing', [ended()], false, null, null],
  ['a call', [call()], false, 'talking', null],
  ['one that is set up', [call({ state: 'dialling' }), held()], true, 'setting-up', null],
  ['one being answered', [ringing({ state: 'answering' })], true, 'setting-up', null],
  ['one that rings', [ringing(), held()], true, null, null],
  ['the only one, on hold', [held(), ended()], false, null, 'call-3'],
  ['two on hold', [held(), held({ id: 'h' })], false, null, null],
  ['six', Array.from({ length: 6 }, (_, at) => held({ id: `${at}` })), true, null, null],
])('knows what stands in the way: %s', (_, calls, busy, engaged, left) => {
  const model = createPhoneModel(createFakePhone(state({ calls })));
  expect([model.busy.value, model.engaged.value, model.left.value?.id ?? null]).toEqual([busy, engaged, left]);
});

it('tells why a command was not carried out, until another one is', async () => {
  const phone = createFakePhone(state({ calls: [ringing()] }));
  const model = createPhoneModel(phone);
  phone.answerWith('phone.answer', 'microphone-refused');
  await model.answer('call-2');
  expect(model.problem.value).toBe('microphone-refused');
  await model.decline('call-2');
  expect(model.problem.value).toBeNull();
});

it('takes an answer that never comes for a failure', async () => {
  const phone = createFakePhone(state());
  const model = createPhoneModel({ ...phone, send: () => Promise.reject(new Error('host went away')) });
  await model.reconnect();
  expect(model.problem.value).toBe('internal');
});
