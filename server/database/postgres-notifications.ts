import pg from 'pg';
import type { Logger } from '@/utils/contract/logger';
import type { Notifications } from './database';

interface Listener {
  readonly channel: string;
  readonly onPayload: (payload: string) => void;
  readonly onMissed: () => void;
}

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 5_000;

/** One connection of its own for LISTEN, made at the first listener and made again when it is lost. */
export function listenOnPostgres(url: string, log: Logger): Notifications & { close(): Promise<void> } {
  const listeners = new Set<Listener>();
  let client: pg.Client | null = null;
  let connecting: Promise<void> | null = null;
  let retry: NodeJS.Timeout | null = null;
  let closed = false;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, keepAlive: true, application_name: 'one-server-listen' });
    next.on('error', (error) => log.warn('notification connection lost', { error: error.message }));
    next.on('end', () => {
      if (client === next) client = null;
      if (!closed && connecting === null) reconnect(FIRST_RETRY_MS);
    });
    next.on('notification', ({ channel, payload }) => {
      for (const listener of listeners) if (listener.channel === channel) listener.onPayload(payload ?? '');
    });
    try {
      await next.connect();
      const channels = new Set([...listeners].map((listener) => listener.channel));
      for (const channel of channels) await next.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      await next.end().catch(() => undefined);
      throw error;
    }
    client = next;
  }

  function connected(): Promise<void> {
    connecting ??= connect().finally(() => (connecting = null));
    return connecting;
  }

  function reconnect(afterMs: number): void {
    if (retry !== null) return;
    retry = setTimeout(() => {
      retry = null;
      connected().then(
        () => {
          log.info('notification connection is back');
          for (const listener of listeners) listener.onMissed();
        },
        () => {
          if (!closed) reconnect(Math.min(afterMs * 2, LONGEST_RETRY_MS));
        },
      );
    }, afterMs);
  }

  return {
    get live() {
      return client !== null;
    },
    async listen(channel, onPayload, onMissed) {
      const listener = { channel, onPayload, onMissed };
      listeners.add(listener);
      if (client === null) await connected();
      await client?.query(`listen ${pg.escapeIdentifier(channel)}`);
      return async () => {
        listeners.delete(listener);
        const others = [...listeners].some((other) => other.channel === channel);
        if (!others) await client?.query(`unlisten ${pg.escapeIdentifier(channel)}`);
      };
    },
    async close() {
      closed = true;
      if (retry !== null) clearTimeout(retry);
      await connecting?.catch(() => undefined);
      await client?.end();
    },
  };
}
