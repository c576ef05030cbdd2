import { expect, it } from 'vitest';
import { compareLanguages, compareWithSource, flatten } from '@/tools/locales/check';

const languages = (sv: Record<string, string>, en: Record<string, string>) =>
  new Map([
    ['sv', new Map(Object.entries(sv))],
    ['en', new Map(Object.entries(en))],
  ]);

it('flattens groups into keys', () => {
  expect([...flatten({ call: { answer: 'Svara', state: { on: 'på' } } })]).toEqual([
    ['call.answer', 'Svara'],
    ['call.state.on', 'på'],
  ]);
});

it('is content when both languages have the same texts', () => {
  expect(compareLanguages(languages({ 'a.b': 'om $1' }, { 'a.b': 'in $1' }))).toEqual([]);
});

it.each([
  ['a text one language lacks', { 'a.b': 'x', 'a.c': 'y' }, { 'a.b': 'x' }, 'en: a.c is missing'],
  ['an empty text', { 'a.b': '' }, { 'a.b': 'x' }, 'sv: a.b is empty'],
  ['other placeholders', { 'a.b': 'om $1' }, { 'a.b': 'soon' }, 'a.b: placeholders differ between languages'],
])('finds %s', (_, sv, en, problem) => {
  expect(compareLanguages(languages(sv as Record<string, string>, en as Record<string, string>))).toContain(problem);
});

it('finds texts nobody shows and texts nobody wrote', () => {
  const source = ["t('call.answer')", "name: '__MSG_app_name__'", "const KEY = { busy: 'endReason.busy' }", "t('call.gone')"];
  expect(compareWithSource(['call.answer', 'app.name', 'endReason.busy', 'call.old'], source)).toEqual([
    'call.old is used nowhere',
    'call.gone is asked for and does not exist',
  ]);
});
