import { describe, expect, it } from 'vitest';
import { endAction } from '@/components/call/end-action';
import { hueOf, initials } from '@/components/ui/avatar-look';
import { commandSentence, connectionSentence, endSentence } from '@/components/words/sentences';
import { dayText, lengthText, momentText, timeText } from '@/components/words/time-text';
import { localeFor } from '@/components/words/words';
import { COMMAND_ERRORS } from '@/utils/contract/commands';
import { END_REASONS, type EndReason } from '@/utils/domain/call/end-reason';
import { localeWords } from './support/locale-words';

describe.each(['sv', 'en'] as const)('sentences in %s', (language) => {
  const { t } = localeWords(language);
  const problems = ['no-network', 'server-unreachable', 'wrong-credentials', 'device-revoked', 'server-error'] as const;

  it('is a different one for each way a call can end', () => {
    const sentences = END_REASONS.map((reason) => t(endSentence(reason, 'outgoing')));
    expect(new Set(sentences).size).toBe(END_REASONS.length);
    for (const sentence of sentences) expect(sentence).toMatch(/\.$/);
  });

  it('is a different one for each command that failed', () => {
    expect(new Set(COMMAND_ERRORS.map((error) => t(commandSentence(error)))).size).toBe(COMMAND_ERRORS.length);
  });

  it('is a different one for each trouble with the connection', () => {
    expect(new Set(problems.map((problem) => t(connectionSentence(problem)))).size).toBe(problems.length);
  });
});

it.each([
  [45, 'sv', '45 s'],
  [372, 'sv', '6 min 12 s'],
  [120, 'sv', '2 min'],
  [7200, 'sv', '2 tim'],
  [3840, 'en', '1 hr 4 min'],
])('%i s in %s is %s', (seconds, locale, text) => expect(lengthText(seconds, locale)).toBe(text.replaceAll(' ', ' ')));

it.each([
  ['sv-SE', '09:05', '1 mars 09:05'],
  ['en-GB', '09:05', '1 Mar, 09:05'],
  ['en-US', '9:05 AM', 'Mar 1, 9:05 AM'],
])('writes the time as the clock of %s has it', (locale, time, moment) => {
  const at = new Date(2026, 2, 1, 9, 5).getTime();
  const plain = (text: string) => text.replaceAll('\u202f', ' ');
  expect([plain(timeText(at, locale)), plain(momentText(at, at, locale))]).toEqual([time, moment]);
});

it('writes a day with the year only when it is another one', () => {
  const now = new Date(2026, 2, 4).getTime();
  expect(dayText(new Date(2026, 2, 1).getTime(), now, 'sv-SE')).toBe('Söndag 1 mars');
  expect(dayText(new Date(2025, 11, 24).getTime(), now, 'sv-SE')).toBe('Onsdag 24 december 2025');
});

it('follows the region of the browser when its language is the one shown', () => {
  expect(localeFor('en', ['sv-SE', 'en-GB'])).toBe('en-GB');
  expect(localeFor('en', ['de-DE'])).toBe('en');
});

it('makes initials and a hue out of a name', () => {
  expect([initials('Maria Bergström'), initials('Åsa'), initials('Anna Karin af Ek'), initials('+46 70')]).toEqual(['MB', 'Å', 'AE', '']);
  expect(hueOf('Maria Bergström')).toBe(hueOf('Maria Bergström'));
  expect(hueOf('Maria Bergström')).not.toBe(hueOf('Erik Lindqvist'));
});

it.each([
  ['outgoing', 'busy', '+4670', 'try-again'],
  ['incoming', 'caller-cancelled', '+4670', 'call-back'],
  ['incoming', 'caller-cancelled', '', null],
  ['outgoing', 'microphone-refused', '+4670', 'fix-microphone'],
  ['outgoing', 'not-found', '+4670', null],
  ['incoming', 'answered-elsewhere', '+4670', null],
  ['incoming', 'answered-in-mobile', '+4670', null],
] as const)('after %s %s from %j the next step is %s', (direction, endReason, number, action) => {
  expect(endAction({ direction, answeredAt: null, endReason, forwardedTo: null, remote: { number, name: null } })).toBe(action);
});

it('after a call that broke off the next step is to call back, whoever called', () => {
  const broken = (answeredAt: number | null, endReason: EndReason) => endAction({ direction: 'outgoing', answeredAt, endReason, forwardedTo: null, remote: { number: '+4670', name: null } });
  expect([broken(1, 'connection-lost'), broken(1, 'media-failed'), broken(null, 'host-crashed')]).toEqual(['call-back', 'call-back', 'call-back']);
  expect(broken(null, 'connection-lost')).toBe('try-again');
});
