import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { internalDevice } from '@/server/accounts/devices';
import { createDirectory, type Directory } from '@/server/accounts/directory';
import { createCompany } from '@/server/accounts/people';
import { createSessions, SESSION_IDLE_MS, type Sessions } from '@/server/accounts/sessions';
import { DATABASES, type TestDatabase } from '../support/databases';
import { makeUser } from '../support/people';
import { SteppedClock } from '../support/stepped-clock';

const REALM = 'one.example';
const ha1 = (username: string, password: string) => createHash('md5').update(`${username}:${REALM}:${password}`).digest('hex');

describe.each(DATABASES)('sessions, devices and the directory on %s', (_name, open) => {
  let database: TestDatabase;
  let clock: SteppedClock;
  let sessions: Sessions;
  let directory: Directory;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());
  beforeEach(() => {
    clock = new SteppedClock();
    sessions = createSessions(database.db, REALM, clock.now);
    directory = createDirectory(database.db);
  });

  test('signing in gives a device whose password the server knows as HA1 only', async () => {
    const user = await makeUser(database.db);
    const { device, token, id } = await sessions.create(user, 'Chrome on Linux');
    expect(device.username).toMatch(/^d[0-9a-f]{20}$/);
    expect(Buffer.from(device.password, 'base64url').length * 8).toBeGreaterThanOrEqual(128);
    expect(await directory.ha1(device.username)).toBe(ha1(device.username, device.password));
    expect(await directory.userOfDevice(device.username)).toMatchObject({ id: user, region: 'SE' });
    expect(await sessions.find(token)).toEqual({ id, userId: user });
    const dump = JSON.stringify([await database.db.query.sessions.findMany(), await database.db.query.devices.findMany()]);
    expect(dump).not.toContain(token);
    expect(dump).not.toContain(device.password);
  });

  test('a revoked session takes its device along and leaves the others', async () => {
    const user = await makeUser(database.db);
    const first = await sessions.create(user, 'first');
    clock.advance(1000);
    const second = await sessions.create(user, 'second');
    expect(await directory.devicesOf(user)).toEqual([first.device.username, second.device.username]);
    expect(await sessions.revoke(user, first.id)).toEqual({ sessionId: first.id, devices: [first.device.username] });
    expect(await sessions.find(first.token)).toBeNull();
    expect(await directory.ha1(first.device.username)).toBeNull();
    expect(await directory.userOfDevice(first.device.username)).toBeNull();
    expect(await directory.devicesOf(user)).toEqual([second.device.username]);
    expect((await sessions.list(user)).map((session) => session.deviceName)).toEqual(['second']);
    expect(await sessions.revoke(user, first.id)).toBeNull();
  });

  test('nobody revokes the session of another', async () => {
    const [mine, theirs] = [await makeUser(database.db), await makeUser(database.db)];
    const { id, token } = await sessions.create(theirs, 'theirs');
    expect(await sessions.revoke(mine, id)).toBeNull();
    expect(await sessions.find(token)).not.toBeNull();
  });

  test('a session ends when it is not used, and is kept by use', async () => {
    const user = await makeUser(database.db);
    const used = await sessions.create(user, 'used');
    const idle = await sessions.create(user, 'idle');
    clock.advance(SESSION_IDLE_MS / 2);
    expect(await sessions.touch(used.id)).toBe(true);
    clock.advance(SESSION_IDLE_MS / 2);
    expect(await sessions.find(idle.token)).toBeNull();
    expect(await sessions.find(used.token)).not.toBeNull();
    expect((await sessions.revokeIdle()).map((revoked) => revoked.sessionId)).toContain(idle.id);
    expect(await directory.devicesOf(user)).toEqual([used.device.username]);
  });

  test('an extension is found in its own company only, a number everywhere', async () => {
    const companyId = await createCompany(database.db, 'Exempelbolaget AB');
    const user = await makeUser(database.db, { companyId, extension: '7001', mobileNumber: '+46701740699' });
    expect((await directory.userByExtension(companyId, '7001'))?.id).toBe(user);
    expect(await directory.userByExtension(await createCompany(database.db, 'Annat AB'), '7001')).toBeNull();
    expect((await directory.userByNumber('+46701740699'))?.id).toBe(user);
    const found = await directory.userByExtension(companyId, '7001');
    expect((await directory.userByNumber(found?.fixedNumber ?? ''))?.id).toBe(user);
    expect(await directory.userByNumber('+46701740698')).toBeNull();
  });

  test('an internal device keeps its name over restarts and gets a new password', async () => {
    const user = await makeUser(database.db);
    const robot = { name: `robot ${user}`, kind: 'robot', userId: user } as const;
    const first = await internalDevice(database.db, robot, REALM, clock.now());
    const again = await internalDevice(database.db, robot, REALM, clock.now());
    expect(again.username).toBe(first.username);
    expect(again.password).not.toBe(first.password);
    expect(await directory.ha1(again.username)).toBe(ha1(again.username, again.password));
    expect(await directory.devicesOf(user)).toEqual([again.username]);
    const service = await internalDevice(database.db, { name: `service ${user}`, kind: 'service', userId: null }, REALM, clock.now());
    expect(await directory.userOfDevice(service.username)).toBeNull();
    expect(await directory.devicesOf(user)).not.toContain(service.username);
  });
});
