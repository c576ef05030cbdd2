import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeClock, settle } from '@/tests/support/fake-clock';
import { FakeLogger } from '@/tests/support/fake-logger';
import { FakeOneServer } from '@/tests/support/fake-one-server';
import { FakeAccountStore } from '@/tests/support/fake-stores';
import { fakeWebSockets } from '@/tests/support/fake-web-socket';
import { FakeEdge } from '@/tests/support/phone-edge';
import type { Change } from '@/utils/contract/change-feed';
import { ChangeFeed } from '@/utils/server-link/change-feed';
import { EventsSocket } from '@/utils/server-link/events-socket';

let clock: FakeClock;
let server: FakeOneServer;
let store: FakeAccountStore;
let feed: ChangeFeed;
let events: EventsSocket;
let sockets: ReturnType<typeof fakeWebSockets>;
let seen: string[];
let opened: number;
let revoked: number;

const change = (cursor: number, collection = 'calls'): Change => ({ cursor, collection, id: `i${cursor}`, op: 'put', item: { cursor } });

beforeEach(() => {
  clock = new FakeClock();
  server = new FakeOneServer(new FakeEdge());
  store = new FakeAccountStore();
  feed = new ChangeFeed(store);
  sockets = fakeWebSockets(server.serve);
  seen = [];
  opened = revoked = 0;
  feed.subscribe('calls', (changes) => void seen.push(...changes.map(({ id }) => id)));
  events = new EventsSocket({
    server: 'https://one.test',
    token: 'token-1',
    feed,
    createWebSocket: (url) => sockets.create(url),
    clock,
    delay: (attempt) => 100 * attempt,
    log: new FakeLogger(),
    onOpen: () => void opened++,
    onRevoked: () => void revoked++,
  });
});
afterEach(() => events.stop());

describe('the events socket', () => {
  it('says hello with its cursor and takes what was missed, then what comes', async () => {
    server.changes = [change(1), change(2), change(3)];
    store.position = 1;
    events.start();
    await settle();
    expect(opened).toBe(1);
    expect(seen).toStrictEqual(['i2', 'i3']);
    server.push(change(4), change(5, 'contacts'));
    await settle();
    expect(seen).toStrictEqual(['i2', 'i3', 'i4']);
    expect(store.position).toBe(5);
  });

  it('loses nothing and doubles nothing over a reconnect', async () => {
    events.start();
    await settle();
    server.push(change(1));
    await settle();
    server.close(1012);
    server.changes.push(change(2));
    await clock.step(1_000);
    expect(seen).toStrictEqual(['i1', 'i2']);
    expect(sockets.sockets).toHaveLength(2);
    server.push(change(2), change(3));
    await settle();
    expect(seen).toStrictEqual(['i1', 'i2', 'i3']);
  });

  it('stops for good when the session is revoked', async () => {
    events.start();
    await settle();
    server.close(4401);
    await clock.step(60_000);
    expect([revoked, sockets.sockets.length]).toStrictEqual([1, 1]);
  });

  it('is refused with an unknown token in the same way', async () => {
    server.tokens.clear();
    events.start();
    await settle();
    expect([opened, revoked]).toStrictEqual([0, 1]);
  });

  it('notices a half-open socket within 35 s, and keeps a quiet one', async () => {
    events.start();
    await clock.step(120_000);
    expect(sockets.sockets).toHaveLength(1);
    const [dead] = sockets.sockets;
    if (dead) dead.mute = true;
    await clock.step(35_000);
    expect(sockets.sockets.length).toBeGreaterThan(1);
    expect(opened).toBe(2);
  });

  it('keeps trying while the server is away, and does not mind nonsense', async () => {
    server.down = true;
    events.start();
    await clock.step(3_000);
    expect(sockets.sockets.length).toBeGreaterThan(3);
    server.down = false;
    await clock.step(2_000);
    expect(opened).toBe(1);
    sockets.sockets.at(-1)?.server.send('{"type":"bomb"}');
    sockets.sockets.at(-1)?.server.send('not json');
    server.push(change(1));
    await settle();
    expect(seen).toStrictEqual(['i1']);
  });
});

describe('the change feed', () => {
  it('hands over what followed each other in one collection together', async () => {
    const runs: string[][] = [];
    for (const collection of ['calls', 'notes']) feed.subscribe(collection, (changes) => void runs.push(changes.map(({ id }) => id)));
    await feed.take([change(1), change(2), change(3, 'notes'), change(4)]);
    expect(runs).toStrictEqual([['i1', 'i2'], ['i3'], ['i4']]);
  });

  it('keeps the order while a listener is slow', async () => {
    const order: string[] = [];
    feed.subscribe('slow', async (changes) => {
      await settle(2);
      order.push(...changes.map(({ id }) => id));
    });
    const taken = [feed.take([change(1, 'slow'), change(2, 'slow')]), feed.take([change(3, 'slow')])];
    await Promise.all(taken);
    expect(order).toStrictEqual(['i1', 'i2', 'i3']);
    expect(store.position).toBe(3);
  });

  it('does not move its cursor over a change that was not taken, and asks for it again', async () => {
    let failures = 1;
    const taken: string[] = [];
    feed.subscribe('notes', (changes) => {
      if (changes.some(({ id }) => id === 'i2') && failures-- > 0) throw new Error('disk full');
      taken.push(...changes.map(({ id }) => id));
    });
    events.start();
    await settle();
    server.push(change(1, 'notes'));
    server.push(change(2, 'notes'), change(3, 'notes'));
    await settle();
    expect([taken, store.position]).toStrictEqual([['i1'], 1]);
    await clock.step(1_000);
    expect([taken, store.position]).toStrictEqual([['i1', 'i2', 'i3'], 3]);
  });

  it('takes nothing after a change that failed until it is asked for from the cursor', async () => {
    let broken = true;
    const taken: string[] = [];
    feed.subscribe('notes', (changes) => {
      if (broken) throw new Error('disk full');
      taken.push(...changes.map(({ id }) => id));
    });
    await expect(feed.take([change(1, 'notes')])).rejects.toThrow('disk full');
    broken = false;
    await feed.take([change(2, 'notes')]);
    expect([taken, store.position]).toStrictEqual([[], 0]);
    expect(await feed.begin()).toBe(0);
    await feed.take([change(1, 'notes'), change(2, 'notes')]);
    expect([taken, store.position]).toStrictEqual([['i1', 'i2'], 2]);
  });
});
