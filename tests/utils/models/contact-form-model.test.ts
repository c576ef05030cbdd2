import { computed, signal } from '@preact/signals';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Contact } from '@/utils/contract/contact';
import { contactNumber } from '@/utils/domain/phone-number/contact-number';
import * as formatter from '@/utils/domain/phone-number/format';
import { createContactForm } from '@/utils/models/contact-form-model';

const OWNER = 'anna@example.se';
const known: Contact = {
  id: 'c7',
  account: OWNER,
  name: 'Maria Bergström',
  company: 'Nordbygg AB',
  numbers: [
    { kind: 'other', number: '+46701740607' },
    { kind: 'other', number: '212' },
  ],
  createdAt: 1,
  updatedAt: 2,
};

let kept: Contact[];
let broken: boolean;
const owner = signal<string | null>(OWNER);
beforeEach(() => {
  kept = [];
  broken = false;
  owner.value = OWNER;
});

async function start(number: string, holders: readonly Contact[] = []) {
  const form = createContactForm({
    number,
    owner,
    region: computed(() => 'SE'),
    formatter: signal(formatter),
    store: {
      withNumber: async (account, dial) => holders.find((one) => one.account === account && one.numbers.some((n) => n.number === dial)) ?? null,
      async save(contact) {
        if (broken) throw new Error('QuotaExceededError');
        kept.push(contact);
      },
    },
    readNumber: contactNumber,
    now: () => 99,
    randomId: () => 'new-id',
  });
  await Promise.resolve();
  await Promise.resolve();
  return form;
}

describe('the form of a contact', () => {
  it('starts with the number as the user writes it, and keeps it as E.164', async () => {
    const form = await start('+46701740607');
    expect(form.values.value.number).toBe('070-174 06 07');
    form.set('name', ' Maria ');
    form.set('company', ' ');
    expect(await form.save()).toBe(true);
    expect(kept).toEqual([
      { id: 'new-id', account: OWNER, name: 'Maria', company: null, numbers: [{ kind: contactNumber('+46701740607', 'SE')?.kind, number: '+46701740607' }], createdAt: 99, updatedAt: 99 },
    ]);
  });

  it.each([
    ['', 'Maria', { number: 'required' }],
    ['Maria', 'Maria', { number: 'not-a-number' }],
    ['070-174 06 07', '  ', { name: 'required' }],
  ])('with number %j and name %j keeps nothing and says what is wrong, once it was tried', async (number, name, errors) => {
    const form = await start('');
    form.set('number', number);
    form.set('name', name);
    expect(form.errors.value).toEqual({});
    expect(await form.save()).toBe(false);
    expect(form.errors.value).toEqual(errors);
    expect(kept).toEqual([]);
  });

  it('says whose number it is, and changes that one with its other numbers', async () => {
    const form = await start('0701740607', [known]);
    expect(form.holder.value).toEqual(known);
    form.editHolder();
    expect([form.holder.value, form.values.value.name, form.values.value.company]).toEqual([null, 'Maria Bergström', 'Nordbygg AB']);
    form.set('name', 'Maria Ek');
    form.set('number', '08-465 004 10');
    expect(await form.save()).toBe(true);
    expect(kept).toMatchObject([{ id: 'c7', name: 'Maria Ek', createdAt: 1, updatedAt: 99, numbers: [{ number: '+46846500410' }, { number: '212' }] }]);
  });

  it('says nothing of another account’s contact', async () => {
    expect((await start('212', [{ ...known, account: 'bo@example.se' }])).holder.value).toBeNull();
  });

  it('keeps what was typed when storage refuses, or nobody is signed in', async () => {
    const form = await start('212');
    form.set('name', 'Växeln');
    broken = true;
    expect([await form.save(), form.failed.value, form.values.value.name]).toEqual([false, true, 'Växeln']);
    owner.value = null;
    broken = false;
    expect([await form.save(), kept]).toEqual([false, []]);
  });
});
