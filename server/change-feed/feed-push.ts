import type { Change } from '@/utils/contract/change-feed';
import type { Logger } from '@/utils/contract/logger';
import type { Database, Notifications } from '../database/database';
import { FEED_CHANNEL, readChanges } from './change-feed';

export interface FeedSubscriber {
  /** Takes changes in order; the next page follows when the promise resolves, so that a slow client slows only itself. */
  deliver(changes: readonly Change[]): Promise<void>;
  /** Nothing more will be delivered: the client must connect again from its cursor. */
  failed(): void;
}

export interface FeedPush {
  /** Delivers everything after `since`, then every later change as it is committed. Returns the way to stop. */
  subscribe(userId: string, since: number, subscriber: FeedSubscriber): () => void;
  close(): Promise<void>;
}

const PAGE = 200;

/**
 * Notifications only say that something is new; each subscription reads from its own cursor. So pushed and
 * fetched changes are the same rows, and none is lost or doubled whatever happens in between.
 */
export async function createFeedPush(db: Database, notifications: Notifications, log: Logger): Promise<FeedPush> {
  const subscriptions = new Map<string, Set<() => void>>();
  const wakeAll = (set: Iterable<() => void> | undefined) => {
    for (const wake of set ?? []) wake();
  };
  const stopListening = await notifications.listen(
    FEED_CHANNEL,
    (userId) => wakeAll(subscriptions.get(userId)),
    () => subscriptions.forEach(wakeAll),
  );

  return {
    subscribe(userId, since, subscriber) {
      const reader = new AbortController();
      const wake = catchUp(db, userId, since, subscriber, reader.signal, log);
      const set = subscriptions.get(userId) ?? new Set();
      subscriptions.set(userId, set.add(wake));
      wake();
      return () => {
        reader.abort();
        set.delete(wake);
        if (set.size === 0 && subscriptions.get(userId) === set) subscriptions.delete(userId);
      };
    },
    async close() {
      subscriptions.clear();
      await stopListening();
    },
  };
}

/** Returns `wake`: reads and delivers until nothing is new. Waking a reader that is at work makes it look once more. */
function catchUp(
  db: Database,
  userId: string,
  since: number,
  subscriber: FeedSubscriber,
  signal: AbortSignal,
  log: Logger,
): () => void {
  let cursor = since;
  let running = false;
  let again = false;

  async function run(): Promise<void> {
    running = true;
    try {
      do {
        again = false;
        const page = await readChanges(db, userId, cursor, PAGE);
        if (signal.aborted) return;
        if (page.changes.length > 0) await subscriber.deliver(page.changes);
        cursor = page.cursor;
        again ||= page.more;
      } while (again && !signal.aborted);
    } catch (error) {
      if (signal.aborted) return;
      log.warn('changes not pushed', { error: String(error) });
      subscriber.failed();
    } finally {
      running = false;
    }
  }

  return () => {
    again = true;
    if (!running && !signal.aborted) void run();
  };
}
