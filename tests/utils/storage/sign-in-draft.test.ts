import { expect, it } from 'vitest';
import { emptySignIn } from '@/utils/models/sign-in-values';
import { createSignInDraft } from '@/utils/storage/sign-in-draft';

function storage() {
  const values = new Map<string, string>();
  return {
    values,
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  };
}

const typed = { ...emptySignIn('SE'), one: { server: 'one.exempel.se', email: 'anna@exempel.se', password: '' } };

it('gives back what was typed, until it is cleared', () => {
  const place = storage();
  createSignInDraft(place).write(typed);
  expect(createSignInDraft(place).read()).toEqual(typed);
  createSignInDraft(place).clear();
  expect(createSignInDraft(place).read()).toBeNull();
});

it('refuses to keep a secret', () => {
  const place = storage();
  createSignInDraft(place).write({ ...typed, one: { ...typed.one, password: 'hemligt' } });
  createSignInDraft(place).write({ ...typed, sip: { ...typed.sip, iceServers: [{ url: 'turn:t', username: 'u', credential: 'hemligt' }] } });
  expect(place.values.size).toBe(0);
});

it.each(['not json', '{"kind":"fax"}', '[]'])('takes %s for no draft', (stored) => {
  const place = storage();
  place.setItem('sign-in-draft', stored);
  expect(createSignInDraft(place).read()).toBeNull();
});
