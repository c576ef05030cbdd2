import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import * as formatter from '@/utils/domain/phone-number/format';
import { createDialerModel } from '@/utils/models/dialer-model';
import { createPhoneModel } from '@/utils/models/phone-model';
import { createFakePhone } from '@/tests/components/support/fake-phone';
import { state } from '@/tests/components/support/phone-states';

function dialer(lastDialled: string | null = null) {
  const phone = createFakePhone(state());
  const model = createDialerModel({
    phone: createPhoneModel(phone),
    formatter: signal(formatter),
    region: signal('SE'),
    lastDialled: signal(lastDialled),
  });
  return { phone, model };
}

it('groups the number the national way while it is typed, and calls it', async () => {
  const { phone, model } = dialer();
  model.type('0701740607', 10);
  expect(model.text.value).toBe('070-174 06 07');
  await model.submit();
  expect(phone.sent).toEqual([{ command: 'phone.dial', input: { target: '070-174 06 07', source: 'popup' } }]);
  expect(model.text.value).toBe('');
});

it('keeps what was typed when the call cannot be made, and says why until it is changed', async () => {
  const { phone, model } = dialer();
  phone.answerWith('phone.dial', 'not-a-number');
  model.type('hej', 3);
  await model.submit();
  expect(model.text.value).toBe('hej');
  expect(model.error.value).toBe('not-a-number');
  model.type('he', 2);
  expect(model.error.value).toBeNull();
});

it('brings back the last number on an empty submit, and calls it on the next', async () => {
  const { phone, model } = dialer('+46841000020');
  await model.submit();
  expect(phone.sent).toEqual([]);
  expect(model.text.value).toBe('08-410 000 20');
  await model.submit();
  expect(phone.sent).toHaveLength(1);
});

it('puts a pad key where the selection is', () => {
  const { model } = dialer();
  model.type('112', 3);
  model.press('4', 1, 2);
  expect(model.text.value).toBe('142');
  expect(model.caret.value).toBe(2);
});

it('takes a digit, not a separator, on backspace', () => {
  const { model } = dialer();
  model.type('0701740607', 10);
  const before = model.text.value.replace(/\D/g, '');
  model.backspace(4, 4);
  expect(model.text.value.replace(/\D/g, '')).toBe(before.slice(0, 2) + before.slice(3));
  model.backspace(0, 0);
  expect(model.text.value.replace(/\D/g, '')).toHaveLength(9);
});

it('makes one call however often Enter is pressed', async () => {
  const { phone, model } = dialer();
  model.type('112', 3);
  await Promise.all([model.submit(), model.submit()]);
  expect(phone.sent).toHaveLength(1);
});
