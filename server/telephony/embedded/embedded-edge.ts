import type { Logger } from '@/utils/contract/logger';
import { EdgeStartError, type EdgeHandlers, type SipEdge } from '../ports';
import { createAuthenticator } from './authenticator';
import { createClientTransactions } from './client-transactions';
import { createKnownCalls } from './known-calls';
import { receive, type ReceiveParts } from './receive';
import { createRegistrar } from './registrar';
import { createServerTransactions } from './server-transactions';
import { createTimers, type Timers } from './timers';
import { listenWebSocket, type WebSocketListener } from './web-socket-listener';

export interface EmbeddedEdgeOptions {
  /** SIP domain and digest realm. */
  readonly domain: string;
  readonly log: Logger;
  /** Loopback TCP port; 0, the default, takes a free one. */
  readonly port?: number;
  /** Epoch ms. */
  readonly now?: () => number;
}

/** A listener that throws must not take a call down with it. */
function guarded(handlers: EdgeHandlers, log: Logger): EdgeHandlers {
  const guard =
    <T>(listener: (event: T) => void) =>
    (event: T) => {
      try {
        listener(event);
      } catch (error) {
        log.error('edge listener failed', { error: String(error) });
      }
    };
  return {
    ha1: (username) => handlers.ha1(username),
    route: (request) => handlers.route(request),
    routeFailed: (failure) => handlers.routeFailed(failure),
    onCallEvent: guard((event) => handlers.onCallEvent(event)),
    onRegistration: guard((event) => handlers.onRegistration(event)),
  };
}

function createParts({ domain, log }: EmbeddedEdgeOptions, timers: Timers, handlers: EdgeHandlers): ReceiveParts {
  const registrar = createRegistrar(timers, handlers.onRegistration);
  return {
    domain,
    log,
    timers,
    handlers,
    registrar,
    calls: createKnownCalls(timers, registrar.locate),
    authenticator: createAuthenticator(domain, handlers, timers.now),
    servers: createServerTransactions(timers, registrar.locate),
    clients: createClientTransactions(domain, timers, registrar.locate),
  };
}

/**
 * The SIP edge inside the One server's process: a registrar and a stateful forking proxy for SIP over WebSocket.
 * It has no trunk and no media relay. Its state ends with the process; dialogs live on in the phones.
 */
export function createEmbeddedEdge(options: EmbeddedEdgeOptions): SipEdge {
  const { log } = options;
  const timers = createTimers(options.now);
  let running: { readonly parts: ReceiveParts; readonly listener: WebSocketListener } | null = null;

  return {
    kind: 'embedded',
    get webSocketPort() {
      if (!running) throw new EdgeStartError('the embedded SIP edge is not started');
      return running.listener.port;
    },
    async start(handlers) {
      if (running) throw new EdgeStartError('the embedded SIP edge is started already');
      const parts = createParts(options, timers, guarded(handlers, log));
      const listener = await listenWebSocket(options.port ?? 0, {
        onMessage: (connection, text) => receive(parts, connection, text),
        onClose(connection) {
          parts.registrar.lost(connection);
          parts.servers.lost(connection);
          parts.clients.lost(connection);
          parts.calls.lost();
        },
      });
      running = { parts, listener };
      log.info('embedded sip edge listens', { port: listener.port });
    },
    async cutOff(username) {
      if (!running) return;
      running.parts.registrar.unbind(username);
      for (const connection of running.listener.connections()) if (connection.proven.has(username)) connection.close();
    },
    async registeredDevices() {
      return running?.parts.registrar.usernames() ?? [];
    },
    async close() {
      timers.clear();
      await running?.listener.close();
      running = null;
    },
  };
}
