import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createCutOff } from '@/server/accounts/cut-off';
import { createDirectory, type Directory } from '@/server/accounts/directory';
import { cacheDirectory, type CachedDirectory } from '@/server/accounts/directory-cache';
import { users } from '@/server/accounts/people-tables';
import { createSessions, type Sessions } from '@/server/accounts/sessions';
import type { Notifications, OpenDatabase } from '@/server/database/database';
import { DATABASES, type TestDatabase } from '../support/databases';
import { makeUser } from '../support/people';
import { silentLog } from '../support/silent-log';
import { SteppedClock } from '../support/stepped-clock';

describe.each(DATABASES)('the directory kept in memory on %s', (_name, open) => {
  let database: TestDatabase;
  let other: OpenDatabase;
  let clock: SteppedClock;
  /** This node's, and that of a node that changes nothing by itself. */
  let here: CachedDirectory;
  let there: CachedDirectory;
  let sessions: Sessions;
  beforeAll(async () => {
    database = await open();
    other = await database.node();
  });
  afterAll(async () => {
    await other.close();
    await database.close();
  });
  beforeEach(async () => {
    clock = new SteppedClock();
    here = await cacheDirectory(createDirectory(database.db), database.notifications, clock.now);
    there = await cacheDirectory(createDirectory(other.db), other.notifications, clock.now);
    sessions = createSessions(database.db, 'one.example', clock.now);
  });
  afterEach(async () => {
    await here.close();
    await there.close();
  });

  test('a device that is cut off is unknown here before the edge asks again, and on other nodes at once', async () => {
    const user = await makeUser(database.db);
    const { id, device } = await sessions.create(user, 'browser');
    for (const node of [here, there]) expect(await node.ha1(device.username)).not.toBeNull();
    let atTheEdge: unknown = 'not asked';
    const cutOff = await createCutOff({
      sessions,
      directory: here,
      sockets: { closeSession: () => undefined, closeRevoked: async () => undefined },
      cutOffDevice: async (username) => void (atTheEdge = await here.ha1(username)),
      // Nothing is told by the database: this node's own doing is enough.
      notifications: { live: true, listen: async () => async () => undefined },
      ...{ clock, log: silentLog },
    });
    const revoked = await sessions.revoke(user, id);
    if (revoked === null) throw new Error('the session was not found');
    await cutOff.now(revoked);
    expect(atTheEdge).toBeNull();
    await expect.poll(() => there.ha1(device.username)).toBeNull();
    expect(await there.userOfDevice(device.username)).toBeNull();
    expect(await there.devicesOf(user)).toEqual([]);
    await cutOff.close();
  });

  test('a number that moves, a new extension and a new device are seen on every node', async () => {
    const user = await makeUser(database.db, { fixedNumber: '+46846500490' });
    for (const node of [here, there]) {
      expect((await node.userByNumber('+46846500490'))?.id).toBe(user);
      expect(await node.userByNumber('+46846500491')).toBeNull();
      expect(await node.devicesOf(user)).toEqual([]);
    }
    await database.db.update(users).set({ fixedNumber: '+46846500491', extension: '7777' }).where(eq(users.id, user));
    const { device } = await sessions.create(user, 'browser');
    for (const node of [here, there]) {
      await expect.poll(async () => (await node.userByNumber('+46846500491'))?.extension).toBe('7777');
      await expect.poll(() => node.userByNumber('+46846500490')).toBeNull();
      await expect.poll(() => node.devicesOf(user)).toEqual([device.username]);
    }
    await database.db.delete(users).where(eq(users.id, user));
    for (const node of [here, there]) await expect.poll(() => node.ha1(device.username)).toBeNull();
  });
});

/** Answers with how often it was asked. */
function countingDirectory() {
  let asked = 0;
  const user = { companyId: 'c', name: 'U', extension: '1', fixedNumber: '+461', mobileNumber: null, region: 'SE' };
  const count = async () => ({ ...user, id: String((asked += 1)) });
  const directory: Directory = {
    ha1: async (username) => ((asked += 1), username === 'dknown' ? 'ha1' : null),
    ...{ userOfDevice: count, userByExtension: count, userByNumber: count },
    devicesOf: async () => [String((asked += 1))],
  };
  return { directory, asked: () => asked };
}

describe('what the directory keeps', () => {
  async function kept() {
    const { directory, asked } = countingDirectory();
    const clock = new SteppedClock();
    const notifications: { live: boolean } & Notifications = { live: true, listen: async () => async () => undefined };
    return { cached: await cacheDirectory(directory, notifications, clock.now), asked, clock, notifications };
  }

  test('is asked of the database once', async () => {
    const { cached, asked } = await kept();
    for (let round = 0; round < 2; round++) {
      await Promise.all([cached.userByNumber('+461'), cached.userByNumber('+461'), cached.userByExtension('c', '1'), cached.ha1('dknown'), cached.devicesOf('u')]);
    }
    expect(asked()).toBe(4);
    await cached.userByExtension('other', '1');
    expect(asked()).toBe(5);
  });

  test('is not what strangers make up', async () => {
    const { cached, asked } = await kept();
    await cached.ha1('dstranger');
    await cached.ha1('dstranger');
    expect(asked()).toBe(2);
  });

  test('is nothing while changes are not heard, and is old after a minute', async () => {
    const { cached, asked, clock, notifications } = await kept();
    await cached.userByNumber('+461');
    notifications.live = false;
    await cached.userByNumber('+461');
    notifications.live = true;
    await cached.userByNumber('+461');
    await cached.userByNumber('+461');
    expect(asked()).toBe(3);
    clock.advance(61_000);
    await cached.userByNumber('+461');
    expect(asked()).toBe(4);
  });

  test('is not a failure, nor an answer to a question from before a change', async () => {
    const { directory } = countingDirectory();
    const answers: ((devices: string[] | Error) => void)[] = [];
    const slow = { ...directory, devicesOf: () => new Promise<string[]>((resolve, reject) => answers.push((a) => (a instanceof Error ? reject(a) : resolve(a)))) };
    const cached = await cacheDirectory(slow, { live: true, listen: async () => async () => undefined }, () => 0);
    const failing = cached.devicesOf('u');
    answers[0]?.(new Error('database is away'));
    await expect(failing).rejects.toThrow('away');
    const early = cached.devicesOf('u');
    cached.forget();
    const late = cached.devicesOf('u');
    answers[1]?.(['old']);
    answers[2]?.(['new']);
    expect(await Promise.all([early, late, cached.devicesOf('u')])).toEqual([['old'], ['new'], ['new']]);
  });
});
