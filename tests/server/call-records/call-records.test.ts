import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CallRecord } from '@/utils/contract/call-record';
import { createCallRecords } from '@/server/call-records/call-records';
import { createSessions } from '@/server/accounts/sessions';
import { createCallQualities } from '@/server/call-records/call-quality';
import { callQuality } from '@/server/call-records/call-quality-table';
import { callRecordRoutes } from '@/server/call-records/routes';
import type { AppEnv } from '@/server/http/app-env';
import { answerError } from '@/server/http/errors';
import type { QualitySummary } from '@/utils/domain/quality/quality-summary';
import { readChanges } from '@/server/change-feed/change-feed';
import { DATABASES, type TestDatabase } from '../support/databases';
import { silentLog } from '../support/silent-log';
import { makeUser } from '../support/people';

const ringing: CallRecord = {
  id: 'r1',
  direction: 'incoming',
  number: '+46701740605',
  name: null,
  startedAt: '2026-01-12T08:00:00.000Z',
  ringingAt: '2026-01-12T08:00:00.120Z',
  answeredAt: null,
  endedAt: null,
  status: null,
  endedBy: null,
  answeredBy: null,
  callId: 'call@one.example',
  reasons: [{ code: 'dialled-extension', at: '2026-01-12T08:00:00.000Z', number: '101' }],
};
const ended: CallRecord = {
  ...ringing,
  answeredAt: '2026-01-12T08:00:04.000Z',
  endedAt: '2026-01-12T08:01:04.001Z',
  status: 200,
  endedBy: 'caller',
  answeredBy: `d${'0'.repeat(20)}`,
  reasons: [...ringing.reasons, { code: 'rang-devices', at: '2026-01-12T08:00:00.000Z', count: 2 }],
};

describe.each(DATABASES)('call records on %s', (_name, open) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  test('a record that changes stays one record, and each state reaches the user by the feed', async () => {
    const records = createCallRecords(database.db);
    const user = await makeUser(database.db);
    await records.put([{ userId: user, record: ringing }]);
    await records.put([{ userId: user, record: ended }]);
    expect(await records.list(user, 10)).toEqual([ended]);
    const { changes } = await readChanges(database.db, user, 0, 10);
    expect(changes).toEqual([
      { cursor: 1, collection: 'calls', id: 'r1', op: 'put', item: ringing },
      { cursor: 2, collection: 'calls', id: 'r1', op: 'put', item: ended },
    ]);
  });

  test('both parties have their own view of a call', async () => {
    const records = createCallRecords(database.db);
    const [caller, callee] = [await makeUser(database.db), await makeUser(database.db)];
    const callId = 'two@one.example';
    await records.put([{ userId: caller, record: { ...ringing, callId, direction: 'outgoing' } }]);
    await records.put([{ userId: callee, record: { ...ringing, callId } }]);
    const found = await records.byCallId(callId);
    expect(found.map(({ userId, record }) => [userId, record.direction]).sort()).toEqual(
      [
        [caller, 'outgoing'],
        [callee, 'incoming'],
      ].sort(),
    );
    expect(await records.byCallId('other@one.example')).toEqual([]);
  });

  test('a record that cannot be stored appears in no feed', async () => {
    const records = createCallRecords(database.db);
    await expect(records.put([{ userId: 'nobody', record: ringing }])).rejects.toThrow();
    expect((await readChanges(database.db, 'nobody', 0, 10)).changes).toEqual([]);
  });

  test('the list is newest first and continues before a time', async () => {
    const records = createCallRecords(database.db);
    const user = await makeUser(database.db);
    const at = (minute: number) => `2026-01-12T08:0${minute}:00.000Z`;
    for (const minute of [1, 3, 2]) await records.put([{ userId: user, record: { ...ringing, id: `m${minute}`, startedAt: at(minute) } }]);
    expect((await records.list(user, 2)).map((record) => record.id)).toEqual(['m3', 'm2']);
    expect((await records.list(user, 2, new Date(at(2)))).map((record) => record.id)).toEqual(['m1']);
  });

  describe('what a device says a call was like', () => {
    const quality: QualitySummary = {
      seconds: 61, mosMin: 3.1, mosMean: 4.2, lossIn: 1.5, lossOut: 0, jitter: 4, roundTrip: 38, codec: 'opus',
      pair: { local: 'srflx', remote: 'host', protocol: 'udp' }, warnings: [{ kind: 'network', seconds: 7 }],
    };
    const post = async (token: string, body: unknown) => {
      const { db } = database;
      const routes = callRecordRoutes({ sessions: createSessions(db, 'one.example', Date.now), callQualities: createCallQualities(db, Date.now) });
      const app = new Hono<AppEnv>().route('/', routes).onError(answerError(silentLog));
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      return (await app.request('/call-quality', { method: 'POST', headers, body: JSON.stringify(body) })).status;
    };
    const kept = (callId: string) => database.db.select({ userId: callQuality.userId, summary: callQuality.summary }).from(callQuality).where(eq(callQuality.callId, callId));
    const signedIn = async (userId: string) => (await createSessions(database.db, 'one.example', Date.now).create(userId, 'Chrome')).token;

    test('is kept once for each device of a party, and the record goes on changing beside it', async () => {
      const records = createCallRecords(database.db);
      const user = await makeUser(database.db);
      await records.put([{ userId: user, record: { ...ringing, callId: 'q1' } }]);
      const [token, other] = [await signedIn(user), await signedIn(user)];
      expect(await post(token, { callId: 'q1', quality: { ...quality, seconds: 60 } })).toBe(204);
      expect(await post(token, { callId: 'q1', quality })).toBe(204);
      expect(await post(other, { callId: 'q1', quality })).toBe(204);
      await records.put([{ userId: user, record: { ...ended, callId: 'q1' } }]);
      expect(await kept('q1')).toEqual([{ userId: user, summary: quality }, { userId: user, summary: quality }]);
    });

    test('is not taken of a call of somebody else, without a session, or in another shape', async () => {
      const records = createCallRecords(database.db);
      const [user, stranger] = [await makeUser(database.db), await makeUser(database.db)];
      await records.put([{ userId: user, record: { ...ringing, callId: 'q2' } }]);
      expect(await post(await signedIn(stranger), { callId: 'q2', quality })).toBe(404);
      expect(await post('nobody', { callId: 'q2', quality })).toBe(401);
      const token = await signedIn(user);
      for (const wrong of [{ mosMin: 9 }, { lossIn: -1 }, { codec: 'a number: 070-174 06 07' }, { seconds: 1.5 }, { warnings: [{ kind: 'moon', seconds: 1 }] }])
        expect(await post(token, { callId: 'q2', quality: { ...quality, ...wrong } })).toBe(400);
      expect(await kept('q2')).toEqual([]);
    });
  });
});
