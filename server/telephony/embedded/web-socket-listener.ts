import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { EdgeStartError } from '../ports';
import type { Connection } from './connection';
import { MAX_MESSAGE_BYTES } from './parse-message';

/** A half-open connection is noticed within two of these. ms. */
const PING_MS = 20_000;

export interface ConnectionHandlers {
  onMessage(connection: Connection, text: string): void;
  onClose(connection: Connection): void;
}

export interface WebSocketListener {
  readonly port: number;
  connections(): readonly Connection[];
  close(): Promise<void>;
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return (data instanceof ArrayBuffer ? Buffer.from(data) : data).toString('utf8');
}

/** Serves SIP over WebSocket (RFC 7118) on a loopback port; 0 takes a free one. */
export async function listenWebSocket(port: number, handlers: ConnectionHandlers): Promise<WebSocketListener> {
  const server = new WebSocketServer({
    host: '127.0.0.1',
    port,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
    // RFC 7118 4.1: a client that does not ask for `sip` does not speak it.
    verifyClient: ({ req }, done) => {
      const offered = (req.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
      done(offered.includes('sip'), 400, 'Subprotocol sip required');
    },
    handleProtocols: () => 'sip',
  });
  await once(server, 'listening').catch((error: unknown) => {
    throw new EdgeStartError(`the embedded SIP edge cannot listen on port ${port}`, { cause: error });
  });

  const sockets = new Map<WebSocket, Connection>();
  const answered = new WeakSet<WebSocket>();
  let lastId = 0;
  let closing = false;

  server.on('connection', (socket) => {
    lastId += 1;
    const connection: Connection = {
      id: lastId,
      proven: new Set(),
      get open() {
        return socket.readyState === socket.OPEN;
      },
      send: (text) => {
        if (socket.readyState === socket.OPEN) socket.send(text);
      },
      close: () => socket.terminate(),
    };
    sockets.set(socket, connection);
    answered.add(socket);
    socket.on('pong', () => answered.add(socket));
    socket.on('message', (data) => {
      const text = textOf(data);
      if (text === '\r\n\r\n') connection.send('\r\n');
      else if (text.trim() !== '') handlers.onMessage(connection, text);
    });
    // A frame too large or against RFC 6455: ws closes the connection after this event.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      sockets.delete(socket);
      if (!closing) handlers.onClose(connection);
    });
  });

  const pings = setInterval(() => {
    for (const socket of sockets.keys()) {
      if (!answered.delete(socket)) socket.terminate();
      else socket.ping();
    }
  }, PING_MS);

  return {
    port: (server.address() as AddressInfo).port,
    connections: () => [...sockets.values()],
    async close() {
      closing = true;
      clearInterval(pings);
      for (const socket of sockets.keys()) socket.terminate();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
