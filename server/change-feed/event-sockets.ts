import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Clock } from '@/utils/contract/clock';
import { EVENTS_CLOSE } from '@/utils/contract/events';
import type { Sessions } from '../accounts/sessions';
import { serveEvents, type EventSocketServices } from './event-socket';

export interface EventSockets {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, onClose: () => void): void;
  /** Closes every socket of a session that was revoked. */
  closeSession(sessionId: string): void;
  /** Closes the sockets whose session is no longer live: revocations may have been missed. */
  closeRevoked(): Promise<void>;
  /** The server stops: clients are told to come back. */
  close(): void;
}

/** Larger than any client event; a bigger message closes the connection (RFC 6455 1009). */
const MAX_PAYLOAD = 16_384;
/** Notices a client that went away without a word within two of these. */
const PING_EVERY_MS = 30_000;

/** The WebSockets of /api/events: utils/contract/events.ts. */
export function createEventSockets(services: Omit<EventSocketServices, 'signedIn'> & { sessions: Sessions; clock: Clock }): EventSockets {
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_PAYLOAD, perMessageDeflate: false });
  const bySession = new Map<string, Set<WebSocket>>();

  function signedIn(sessionId: string, socket: WebSocket): void {
    const set = bySession.get(sessionId) ?? new Set();
    bySession.set(sessionId, set.add(socket));
    socket.once('close', () => {
      set.delete(socket);
      if (set.size === 0) bySession.delete(sessionId);
    });
  }

  function watchLiveness(socket: WebSocket): void {
    let heard = true;
    socket.on('pong', () => (heard = true));
    socket.on('message', () => (heard = true));
    const stop = services.clock.every(PING_EVERY_MS, () => {
      if (!heard) return socket.terminate();
      heard = false;
      socket.ping();
    });
    socket.once('close', stop);
  }

  function closeSession(sessionId: string): void {
    for (const socket of bySession.get(sessionId) ?? []) socket.close(EVENTS_CLOSE.revoked, 'session revoked');
  }

  return {
    handleUpgrade(request, socket, head, onClose) {
      socket.once('close', onClose);
      server.handleUpgrade(request, socket, head, (webSocket) => {
        watchLiveness(webSocket);
        serveEvents(webSocket, { ...services, signedIn });
      });
    },
    closeSession,
    async closeRevoked() {
      for (const sessionId of [...bySession.keys()]) if (!(await services.sessions.touch(sessionId))) closeSession(sessionId);
    },
    close() {
      for (const socket of server.clients) socket.close(EVENTS_CLOSE.restarting, 'server restarts');
      server.close();
    },
  };
}
