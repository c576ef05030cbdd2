import { describe, expect, it } from 'vitest';
import { GATHER_MS, RecordWriter, type OwnedRecord } from '@/server/telephony/record-writer';
import { SteppedClock } from '../support/stepped-clock';
import { silentLog } from '../support/silent-log';

const record = (id: string, status: number | null = null, userId = 'u'): OwnedRecord => ({
  userId,
  record: { id, direction: 'incoming', number: null, name: null, startedAt: '2026-11-23T09:00:00.000Z', ringingAt: null, answeredAt: null, endedAt: null, status, endedBy: null, answeredBy: null, callId: `call-${id}`, reasons: [] },
});

/** A writer on a store whose writes wait until they are let through. */
function slowWriter() {
  const batches: (readonly OwnedRecord[])[] = [];
  const clock = new SteppedClock();
  let letThrough = () => {};
  const store = {
    put(records: readonly OwnedRecord[]) {
      batches.push(records);
      if (records.some(({ userId }) => userId === 'deleted')) return Promise.reject(new Error('no such user'));
      return new Promise<void>((resolve) => (letThrough = resolve));
    },
    byCallId: async () => [],
  };
  return { writer: new RecordWriter(store, silentLog, clock), clock, batches, letThrough: () => letThrough() };
}

describe('call records on their way to the database', () => {
  it('go together when they change within a moment, in their newest state', () => {
    const { writer, clock, batches } = slowWriter();
    writer.write(record('a'));
    clock.advance(GATHER_MS - 1);
    for (const next of [record('b'), record('a', 200)]) writer.write(next);
    expect(batches).toEqual([]);
    clock.advance(1);
    expect(batches).toEqual([[record('a', 200), record('b')]]);
  });

  it('wait for the write that runs, and no longer than a moment after it', async () => {
    const { writer, clock, batches, letThrough } = slowWriter();
    writer.write(record('a'));
    clock.advance(GATHER_MS);
    writer.write(record('b'));
    clock.advance(10 * GATHER_MS);
    expect(batches).toHaveLength(1);
    letThrough();
    await expect.poll(() => (clock.advance(GATHER_MS), batches.length)).toBe(2);
    expect(batches[1]).toEqual([record('b')]);
  });

  it('are stored at once, all of them, when the server stops', async () => {
    const { writer, batches, letThrough } = slowWriter();
    let stored = false;
    writer.write(record('a'));
    const stopped = writer.flush().then(() => (stored = true));
    expect(batches).toEqual([[record('a')]]);
    writer.write(record('b'));
    letThrough();
    await expect.poll(() => batches.length).toBe(2);
    expect(stored).toBe(false);
    letThrough();
    await stopped;
  });

  it('one that cannot be stored does not take the others with it', async () => {
    const { writer, clock, batches, letThrough } = slowWriter();
    writer.write(record('a', 1, 'deleted'));
    writer.write(record('b'));
    clock.advance(GATHER_MS);
    await expect.poll(() => batches.length).toBe(3);
    expect(batches[2]).toEqual([record('b')]);
    letThrough();
    await writer.flush();
    writer.write(record('c'));
    clock.advance(GATHER_MS);
    expect(batches).toHaveLength(4);
  });
});
