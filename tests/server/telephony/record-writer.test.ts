import { describe, expect, it } from 'vitest';
import { RecordWriter, type OwnedRecord } from '@/server/telephony/record-writer';
import { silentLog } from '@/tests/support/services-edge';

const record = (id: string, status: number | null = null, userId = 'u'): OwnedRecord => ({
  userId,
  record: { id, direction: 'incoming', number: null, name: null, startedAt: '2026-11-23T09:00:00.000Z', ringingAt: null, answeredAt: null, endedAt: null, status, endedBy: null, answeredBy: null, callId: `call-${id}` },
});

/** A store whose writes wait until they are let through. */
function slowStore() {
  const batches: (readonly OwnedRecord[])[] = [];
  let letThrough = () => {};
  return {
    batches,
    letThrough: () => letThrough(),
    store: {
      put(records: readonly OwnedRecord[]) {
        batches.push(records);
        if (records.some(({ userId }) => userId === 'deleted')) return Promise.reject(new Error('no such user'));
        return new Promise<void>((resolve) => (letThrough = resolve));
      },
      byCallId: async () => [],
    },
  };
}

describe('call records on their way to the database', () => {
  it('go together, in their newest state, while another write runs', async () => {
    const { store, batches, letThrough } = slowStore();
    const writer = new RecordWriter(store, silentLog);
    writer.write(record('a'));
    await Promise.resolve();
    for (const next of [record('b'), record('a', 200), record('b', 486)]) writer.write(next);
    expect(batches).toEqual([[record('a')]]);
    letThrough();
    await expect.poll(() => batches.length).toBe(2);
    expect(batches[1]).toEqual([record('b', 486), record('a', 200)]);
    letThrough();
    await writer.idle;
  });

  it('one that cannot be stored does not take the others with it', async () => {
    const { store, batches, letThrough } = slowStore();
    const writer = new RecordWriter(store, silentLog);
    writer.write(record('a', 1, 'deleted'));
    writer.write(record('b'));
    await expect.poll(() => batches.length).toBe(3);
    expect(batches[2]).toEqual([record('b')]);
    letThrough();
    await writer.idle;
    writer.write(record('c'));
    await expect.poll(() => batches.length).toBe(4);
  });
});
