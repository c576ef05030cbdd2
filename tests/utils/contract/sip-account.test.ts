import * as v from 'valibot';
import { expect, it } from 'vitest';
import { sipServersOf, sipServersSchema } from '@/utils/contract/sip-account';

it('takes one address or several, with spaces or commas between', () => {
  expect(sipServersOf(' wss://a.example/ws, wss://b.example/ws  wss://c.example ')).toEqual(['wss://a.example/ws', 'wss://b.example/ws', 'wss://c.example']);
  expect(v.is(sipServersSchema, 'wss://a.example/ws')).toBe(true);
  expect(v.is(sipServersSchema, 'wss://a.example/ws, wss://b.example/ws')).toBe(true);
});

it.each([
  ['', undefined],
  ['wss://a.example b', 'no URL'],
  ['wss://a.example ws://b.example', 'insecure-url'],
  ['wss://a wss://b wss://c wss://d wss://e', 'too many addresses'],
])('does not take %j', (text, message) => {
  const { issues } = v.safeParse(sipServersSchema, text);
  expect(issues).toHaveLength(1);
  if (message !== undefined) expect(issues?.[0]?.message).toBe(message);
});
