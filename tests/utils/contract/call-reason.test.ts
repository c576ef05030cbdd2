import * as v from 'valibot';
import { expect, it } from 'vitest';
import { callReasonsSchema, MOST_REASONS } from '@/utils/contract/call-reason';
import { callRecordSchema } from '@/utils/contract/call-record';
import { record } from '@/tests/support/call-records';

const at = '2026-03-04T09:00:00.000Z';
const busy = { code: 'rejected', at, status: 486 };

it('reasons a client does not know, or cannot read, are left out and the others stay', () => {
  const told = [{ code: 'asked-the-oracle', at }, busy, { code: 'rejected', at, status: 'busy' }, null, { code: 'no-trunk' }];
  expect(v.parse(callReasonsSchema, told)).toEqual([busy]);
  expect(v.parse(callReasonsSchema, Array.from({ length: 200 }, () => busy))).toHaveLength(MOST_REASONS);
});

it('a record of an older server has none', () => {
  const older: Partial<ReturnType<typeof record>> = record();
  delete older.reasons;
  expect(v.parse(callRecordSchema, older).reasons).toEqual([]);
  expect(v.parse(callRecordSchema, { ...older, reasons: [busy] }).reasons).toEqual([busy]);
});
