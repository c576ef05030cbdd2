import * as v from 'valibot';
import type { RawData, WebSocket } from 'ws';
import type { Clock } from '@/utils/contract/clock';
import { clientEventSchema, EVENTS_CLOSE, type ClientEvent, type ServerEvent } from '@/utils/contract/events';
import type { Logger } from '@/utils/contract/logger';
import type { LiveSession, Sessions } from '../accounts/sessions';
import type { FeedPush } from './feed-push';

export interface EventSocketServices {
  readonly sessions: Sessions;
  readonly feed: FeedPush;
  /** Cursor of the user's newest change. */
  readonly head: (userId: string) => Promise<number>;
  readonly clock: Clock;
  readonly log: Logger;
  /** Called before the last look at the session, so that a revocation in between closes the socket. */
  readonly signedIn: (sessionId: string, socket: WebSocket) => void;
}

const HELLO_WITHIN_MS = 5_000;
/** RFC 6455 7.4.1: the client may connect again at once and misses nothing. */
const CLOSE_INTERNAL_ERROR = 1011;

/** One client: waits for `hello`, then pushes the user's changes until either side closes. */
export function serveEvents(socket: WebSocket, services: EventSocketServices): void {
  const { sessions, feed, log, clock } = services;
  let greeted = false;
  const cancelDeadline = clock.after(HELLO_WITHIN_MS, () => socket.close(EVENTS_CLOSE.malformed, 'no hello'));

  socket.on('error', (error) => log.debug('events socket failed', { error: error.message }));
  socket.once('close', cancelDeadline);
  socket.on('message', (data, isBinary) => {
    const event = isBinary ? null : parse(data);
    if (event === null || (event.type === 'hello') === greeted) return socket.close(EVENTS_CLOSE.malformed, 'malformed message');
    if (event.type === 'ping') return void send(socket, { type: 'pong', at: event.at });
    greeted = true;
    cancelDeadline();
    welcome(event).catch((error: unknown) => {
      log.error('events socket not opened', { error: String(error) });
      socket.close(CLOSE_INTERNAL_ERROR);
    });
  });

  async function welcome(hello: Extract<ClientEvent, { type: 'hello' }>): Promise<void> {
    const session = await signIn(hello.token);
    if (session === null) return socket.close(EVENTS_CLOSE.revoked, 'not signed in');
    const cursor = await services.head(session.userId);
    if (socket.readyState !== socket.OPEN) return;
    await send(socket, { type: 'welcome', cursor });
    const unsubscribe = feed.subscribe(session.userId, hello.since, {
      deliver: (changes) => send(socket, { type: 'changes', changes: [...changes] }),
      failed: () => socket.close(CLOSE_INTERNAL_ERROR),
    });
    socket.once('close', unsubscribe);
    if (socket.readyState !== socket.OPEN) unsubscribe();
  }

  async function signIn(token: string): Promise<LiveSession | null> {
    const session = await sessions.find(token);
    if (session === null) return null;
    services.signedIn(session.id, socket);
    return (await sessions.touch(session.id)) ? session : null;
  }
}

function parse(data: RawData): ClientEvent | null {
  try {
    const event = v.parse(clientEventSchema, JSON.parse(String(data)));
    return event.type !== 'hello' || isCursor(event.since) ? event : null;
  } catch {
    return null;
  }
}

const isCursor = (value: number) => Number.isSafeInteger(value) && value >= 0;

/** Resolves when the message has left this process, so that what waits for a slow client stays in the database. */
function send(socket: WebSocket, event: ServerEvent): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.send(JSON.stringify(event), (error) => (error ? reject(error) : resolve()));
  });
}
