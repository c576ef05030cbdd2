import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Contact } from '@/utils/contract/contact';
import type { ContactNames } from '@/utils/core/adapters';
import { createContactBook, createContactStore } from '@/utils/storage/contact-store';
import { CONTACT_MIGRATIONS, ContactsDatabase } from '@/utils/storage/contacts-database';

const ANNA = 'anna@example.se one.example.se';
const BO = 'bo@example.se one.example.se';

const contact = (over: Partial<Contact> = {}): Contact => ({
  id: 'c1',
  account: ANNA,
  name: 'Maria Bergström',
  company: 'Nordbygg AB',
  numbers: [
    { kind: 'mobile', number: '+46701740607' },
    { kind: 'other', number: '212' },
  ],
  createdAt: 1,
  updatedAt: 1,
  ...over,
});

let made = 0;
let database: ContactsDatabase;
beforeEach(() => {
  database = new ContactsDatabase(`contacts-${(made += 1)}`);
});
afterEach(() => database.close());

describe('contacts', () => {
  it('are found by each of their numbers, by the account that keeps them alone', async () => {
    const store = createContactStore(database);
    await store.save(contact());
    expect(await store.withNumber(ANNA, '212')).toEqual(contact());
    expect(await store.withNumber(ANNA, '+46701740607')).toEqual(contact());
    expect(await store.withNumber(BO, '212')).toBeNull();
    expect(await store.withNumber(ANNA, '213')).toBeNull();
  });

  it('change in place, and where two have a number the one changed last counts', async () => {
    const store = createContactStore(database);
    await store.save(contact());
    await store.save(contact({ name: 'Maria Ek', numbers: [{ kind: 'other', number: '213' }], updatedAt: 5 }));
    await store.save(contact({ id: 'c2', name: 'Växeln', numbers: [{ kind: 'other', number: '213' }], updatedAt: 3 }));
    expect(await database.contacts.count()).toBe(2);
    expect(await store.withNumber(ANNA, '212')).toBeNull();
    expect((await store.withNumber(ANNA, '213'))?.name).toBe('Maria Ek');
  });

  it.each([{ name: ' ' }, { numbers: [] }, { numbers: [{ kind: 'other' as const, number: 'Eva' }] }, { account: '' }])('refuse %j', async (over) => {
    await expect(createContactStore(database).save(contact(over))).rejects.toThrow();
    expect(await database.contacts.count()).toBe(0);
  });

  it('tell the core whose number is whose, and again when another page changed one', async () => {
    const heard: ContactNames[] = [];
    const stop = createContactBook(database).follow(ANNA, (names) => heard.push(names));
    const store = createContactStore(database);
    await store.save(contact({ account: BO, id: 'b1' }));
    await store.save(contact());
    await vi.waitFor(() => expect([...(heard.at(-1) ?? [])]).toEqual([['+46701740607', 'Maria Bergström'], ['212', 'Maria Bergström']]));
    stop();
  });
});

describe('migrations', () => {
  it('are numbered without gaps', () => {
    expect(CONTACT_MIGRATIONS.map(({ version }) => version)).toEqual(CONTACT_MIGRATIONS.map((_, at) => at + 1));
  });

  it('1: from nothing to contacts found by account and by number', async () => {
    expect(await Dexie.exists(database.name)).toBe(false);
    await database.open();
    expect(database.contacts.schema.primKey.name).toBe('id');
    expect(database.contacts.schema.indexes.map(({ name, multi }) => [name, multi])).toEqual([['account', false], ['dials', true]]);
  });
});
