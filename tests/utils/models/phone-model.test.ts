import { describe, expect, it } from 'vitest';
import type { PhoneState } from '@/utils/contract/phone-state';
import { createPhoneModel } from '@/utils/models/phone-model';
import { phoneStatus } from '@/utils/models/phone-status';
import { createFakePhone } from '@/tests/components/support/fake-phone';
import { call, ended, ringing, signedOut, state } from '@/tests/components/support/phone-states';

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
    ['registered', state({ calls: [ended()] })],
  ])('%s', (status, value) => expect(phoneStatus(value)).toBe(status));
});

it('sorts calls into ringing, ongoing and ended', () => {
  const model = createPhoneModel(createFakePhone(state({ calls: [ended({ id: 'e' }), call({ id: 'a' }), ringing({ id: 'r' })] })));
  expect([model.incoming.value[0]?.id, model.ongoing.value[0]?.id, model.ended.value[0]?.id]).toEqual(['r', 'a', 'e']);
  expect(model.busy.value).toBe(true);
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
