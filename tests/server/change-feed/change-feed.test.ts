import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Change } from '@/utils/contract/change-feed';
import { appendChanges, feedHead, readChanges, type NewChange } from '@/server/change-feed/change-feed';
import { createFeedPush } from '@/server/change-feed/feed-push';
import { DATABASES, type TestDatabase } from '../support/databases';
import { makeUser } from '../support/people';
import { silentLog } from '../support/silent-log';

const put = (userId: string, id: string, item: unknown = { id }): NewChange => ({ userId, collection: 'notes', id, op: 'put', item });
const cursors = (changes: readonly Change[]) => changes.map((change) => change.cursor);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe.each(DATABASES)('change feed on %s', (_name, open) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  const append = (...added: NewChange[]) => database.db.transaction((tx) => appendChanges(tx, added));
  const all = async (userId: string) => (await readChanges(database.db, userId, 0, 500)).changes;

  test('a user reads what was appended, in order, with the whole item', async () => {
    const user = await makeUser(database.db);
    await append(put(user, 'a', { text: 'å' }), { ...put(user, 'b'), op: 'delete', item: null });
    expect(await all(user)).toEqual([
      { cursor: 1, collection: 'notes', id: 'a', op: 'put', item: { text: 'å' } },
      { cursor: 2, collection: 'notes', id: 'b', op: 'delete', item: null },
    ]);
    expect(await feedHead(database.db, user)).toBe(2);
  });

  test('pages follow each other without loss or doubling', async () => {
    const user = await makeUser(database.db);
    await append(...upTo(7).map((n) => put(user, `n${n}`)));
    const seen: number[] = [];
    let page = await readChanges(database.db, user, 0, 3);
    for (; ; page = await readChanges(database.db, user, page.cursor, 3)) {
      seen.push(...cursors(page.changes));
      if (!page.more) break;
    }
    expect(seen).toEqual(upTo(7));
    expect(await readChanges(database.db, user, page.cursor, 3)).toEqual({ changes: [], cursor: 7, more: false });
  });

  test('a cursor from the future starts over', async () => {
    const user = await makeUser(database.db);
    await append(put(user, 'a'), put(user, 'b'));
    expect(cursors((await readChanges(database.db, user, 900, 10)).changes)).toEqual([1, 2]);
  });

  test('a transaction that fails leaves no gap', async () => {
    const user = await makeUser(database.db);
    await append(put(user, 'a'));
    const failing = database.db.transaction(async (tx) => {
      await appendChanges(tx, [put(user, 'lost')]);
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    await append(put(user, 'b'));
    expect((await all(user)).map((change) => [change.cursor, change.id])).toEqual([
      [1, 'a'],
      [2, 'b'],
    ]);
  });

  test('whatever appends at the same time, each user has one ordered feed without gaps, and every push arrives once', async () => {
    const push = await createFeedPush(database.db, database.notifications, silentLog);
    const other = await database.node();
    try {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(fc.nat(2), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 }),
          fc.nat(6),
          async (transactions, missed) => {
            const users = [await makeUser(database.db), await makeUser(database.db), await makeUser(database.db)];
            const user = (index: number) => users[index] ?? '';
            const expected = users.map((_, index) => transactions.flat().filter((target) => target === index).length);
            const early = users.map((id) => collect(push, id, 0));
            await Promise.all(
              transactions.map((targets, n) => {
                const node = n % 2 === 0 ? database : other;
                return node.db.transaction((tx) => appendChanges(tx, targets.map((target, m) => put(user(target), `${n}.${m}`))));
              }),
            );
            // One that was away: it continues from the cursor it had.
            const late = users.map((id) => collect(push, id, missed));
            for (const [index, id] of users.entries()) {
              const total = expected[index] ?? 0;
              expect(cursors(await all(id))).toEqual(upTo(total));
              expect(cursors((await early[index]?.until(total)) ?? [])).toEqual(upTo(total));
              const rest = missed > total ? upTo(total) : upTo(total).slice(missed);
              expect(cursors((await late[index]?.until(rest.length)) ?? [])).toEqual(rest);
              const ids = (await all(id)).map((change) => change.id);
              expect(new Set(ids).size).toBe(total);
            }
          },
        ),
        { numRuns: 15 },
      );
    } finally {
      await push.close();
      await other.close();
    }
  });
});

/** Subscribes and gathers; `until` resolves when at least so many changes arrived, and then stops. */
function collect(push: Awaited<ReturnType<typeof createFeedPush>>, userId: string, since: number) {
  const changes: Change[] = [];
  let arrived = () => {};
  const stop = push.subscribe(userId, since, {
    async deliver(page) {
      changes.push(...page);
      arrived();
    },
    failed: () => expect.fail('the push failed'),
  });
  return {
    async until(count: number): Promise<Change[]> {
      while (changes.length < count) await new Promise<void>((resolve) => (arrived = resolve));
      stop();
      return changes;
    },
  };
}
