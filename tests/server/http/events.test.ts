import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { EVENTS_CLOSE } from '@/utils/contract/events';
import { appendChanges } from '@/server/change-feed/change-feed';
import type { RunningServer } from '@/server/start';
import { DATABASES, type TestDatabase } from '../support/databases';
import { EventClient } from '../support/event-client';
import { call, runServer, signInDemo } from '../support/running-server';
import type { SteppedClock } from '../support/stepped-clock';

describe.each(DATABASES)('the events socket on %s', (name, open) => {
  let database: TestDatabase;
  let server: RunningServer;
  let clock: SteppedClock;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    ({ server, clock } = await runServer({ database }));
    return () => server.close();
  });

  const append = (userId: string, ...ids: string[]) =>
    database.db.transaction((tx) => appendChanges(tx, ids.map((id) => ({ userId, collection: 'notes', id, op: 'put', item: { id } }))));

  test('welcomes with the newest cursor, delivers what was missed and then what happens', async () => {
    const { token, me } = await signInDemo(server);
    await append(me.id, 'a', 'b');
    const start = await call(server, 'GET', '/api/changes?limit=500', { token });
    const head = Number(start.body['cursor']);
    const client = await new EventClient(server).hello(token, head - 1);
    expect(client.events[0]).toEqual({ type: 'welcome', cursor: head });
    await append(me.id, 'c');
    await client.until(() => client.changes.length >= 2);
    expect(client.changes.map(({ cursor, id }) => [cursor, id])).toEqual([
      [head, 'b'],
      [head + 1, 'c'],
    ]);
    const page = await call(server, 'GET', `/api/changes?since=${head - 1}`, { token });
    expect(page.body).toEqual({ changes: client.changes, cursor: head + 1, more: false });
    client.socket.close();
  });

  test('keeps the feeds of two users apart', async () => {
    const mine = await signInDemo(server);
    const body = { email: 'karin.nystrom@exempelbolaget.example', password: 'exempel-losenord-1', deviceName: 'x' };
    const theirs = (await call(server, 'POST', '/api/session', { body })).body as unknown as typeof mine;
    const client = await new EventClient(server).hello(theirs.token);
    await append(mine.me.id, 'private');
    await append(theirs.me.id, 'theirs');
    await client.until(() => client.changes.length > 0);
    expect(client.changes.map((change) => change.id)).not.toContain('private');
    client.socket.close();
  });

  test('a revoked session is closed at once, the other goes on', async () => {
    const [lost, mine] = [await signInDemo(server), await signInDemo(server)];
    const [lostClient, myClient] = [await new EventClient(server).hello(lost.token), await new EventClient(server).hello(mine.token)];
    await call(server, 'DELETE', `/api/sessions/${lost.sessionId}`, { token: mine.token });
    expect(await lostClient.closed).toBe(EVENTS_CLOSE.revoked);
    myClient.send({ type: 'ping', at: 7 });
    await myClient.until((events) => events.some((event) => event.type === 'pong' && event.at === 7));
    const late = await new EventClient(server).open();
    late.send({ type: 'hello', token: lost.token, since: 0 });
    expect(await late.closed).toBe(EVENTS_CLOSE.revoked);
    myClient.socket.close();
  });

  test.each([
    ['no JSON', '{"type":'],
    ['an unknown event', { type: 'goodbye' }],
    ['a ping before hello', { type: 'ping', at: 1 }],
    ['a cursor that is none', { type: 'hello', token: 'x', since: 1.5 }],
  ])('closes on %s', async (_what, message) => {
    const client = await new EventClient(server).open();
    client.send(message);
    expect(await client.closed).toBe(EVENTS_CLOSE.malformed);
  });

  test('closes on a second hello, and when no hello comes', async () => {
    const { token } = await signInDemo(server);
    const twice = await new EventClient(server).hello(token);
    twice.send({ type: 'hello', token, since: 0 });
    expect(await twice.closed).toBe(EVENTS_CLOSE.malformed);
    const silent = await new EventClient(server).open();
    clock.advance(5_000);
    expect(await silent.closed).toBe(EVENTS_CLOSE.malformed);
  });

  test('drops a client that no longer answers', async () => {
    const { token } = await signInDemo(server);
    const client = await new EventClient(server).hello(token);
    client.socket.pause();
    clock.advance(60_000);
    client.socket.resume();
    expect(await client.closed).toBe(1006);
  });

  test('a stopping server tells its clients to come back', async () => {
    const { token } = await signInDemo(server);
    const client = await new EventClient(server).hello(token);
    await server.close();
    expect(await client.closed).toBe(EVENTS_CLOSE.restarting);
  });

  // PGlite has one node only.
  if (name === 'Postgres') {
    test('another server node pushes the change and closes the revoked session', async () => {
      const node = await database.node();
      const other = await runServer({ database: node });
      const { token, sessionId, me } = await signInDemo(server);
      const client = await new EventClient(other.server).hello(token);
      await append(me.id, 'from the first node');
      await client.until(() => client.changes.some((change) => change.id === 'from the first node'));
      await call(server, 'DELETE', `/api/sessions/${sessionId}`, { token });
      expect(await client.closed).toBe(EVENTS_CLOSE.revoked);
      await other.server.close();
      await node.close();
    });
  }
});
