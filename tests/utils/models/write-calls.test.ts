import { expect, it } from 'vitest';
import { callSheet } from '@/components/history/call-sheet';
import { localeWords } from '@/tests/components/support/locale-words';
import { entry, missed, NOW } from '@/tests/components/support/phone-states';
import type { HistoryEntry } from '@/utils/contract/history-entry';
import { csvRow } from '@/utils/domain/csv/csv-row';
import { writeCalls } from '@/utils/models/write-calls';

const clock = { after: (_: number, run: () => void) => (run(), () => undefined) };
const write = (entries: readonly HistoryEntry[], language: 'sv' | 'en' = 'sv', progress: (share: number) => void = () => undefined) =>
  writeCalls(entries, callSheet(localeWords(language)), clock, progress);

it.each([
  ['plain', 'plain'],
  ['a "quoted", word', '"a ""quoted"", word"'],
  ['two\r\nlines', '"two\r\nlines"'],
  ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
  ['+46701740607', "'+46701740607"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['', ''],
])('writes the cell %j', (text, cell) => expect(csvRow([text, 'b'])).toBe(`${cell},b\r\n`));

it('writes calls in the user’s language, for a spreadsheet', async () => {
  const startedAt = NOW;
  const text = await write([
    entry({ startedAt, answeredAt: startedAt + 5000, endedAt: startedAt + 3_728_000, name: '=cmd|calc', why: [{ code: 'diverted-from', at: '', number: '+46841000012' }] }),
    missed({ startedAt, number: '' }),
    missed({ startedAt, missed: false, reason: 'answered-elsewhere', answeredAt: startedAt, endedAt: startedAt + 61_000 }),
  ]);
  expect(text).toBe(
    [
      '\uFEFFDatum,Tid,Riktning,Namn,Nummer,Resultat,Längd,Via',
      "2026-03-04,14:30:00,Utgående,'=cmd|calc,'+46841000020,Besvarat,1:02:03,'+46841000012",
      '2026-03-04,14:30:00,Inkommande,,,Missat,,',
      "2026-03-04,14:30:00,Inkommande,,'+46701740607,Besvarat på annan enhet,0:01:01,",
      '',
    ].join('\r\n'),
  );
  expect(await write([], 'en')).toBe('\uFEFFDate,Time,Direction,Name,Number,Result,Length,Via\r\n');
});

it('tells how far it has come with many', async () => {
  const shares: number[] = [];
  const text = await write(Array.from({ length: 4000 }, () => entry()), 'en', (share) => shares.push(share));
  expect(shares).toEqual([0.25, 0.5, 0.75]);
  expect(text.split('\r\n')).toHaveLength(4002);
});
