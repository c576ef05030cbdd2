import { createServer as createPlainServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { AppEnv } from './app-env';

export interface PublicPortOptions {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** PEM; null: plain HTTP. */
  readonly tls: { readonly cert: string; readonly key: string } | null;
  readonly app: Hono<AppEnv>;
  readonly onUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
}

export interface PublicPort {
  readonly port: number;
  /** Takes no more connections; open ones go on. */
  stopAccepting(): void;
  /** Lets requests end for at most `graceMs`, then closes every connection, piped ones too. */
  close(graceMs: number): Promise<void>;
}

export class PortError extends Error {
  override readonly name = 'PortError';
}

/** The only port that faces the world. Rejects with PortError. */
export async function openPublicPort({ host, port, tls, app, onUpgrade }: PublicPortOptions): Promise<PublicPort> {
  const listener = getRequestListener(app.fetch);
  const answer: RequestListener = (request, response) => void listener(request, response);
  const server: Server = tls ? createSecureServer(tls, answer) : createPlainServer(answer);
  const sockets = new Set<Duplex>();
  server.on(tls ? 'secureConnection' : 'connection', (socket: Duplex) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('upgrade', onUpgrade);
  await listen(server, host, port);
  const closed = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const stopAccepting = () => void server.close();
  return {
    port: (server.address() as AddressInfo).port,
    stopAccepting,
    async close(graceMs) {
      if (server.listening) stopAccepting();
      server.closeIdleConnections();
      let timer: NodeJS.Timeout | undefined;
      await Promise.race([closed, new Promise((resolve) => (timer = setTimeout(resolve, graceMs)))]);
      clearTimeout(timer);
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function createSecureServer(tls: { readonly cert: string; readonly key: string }, answer: RequestListener): Server {
  try {
    return createTlsServer({ cert: tls.cert, key: tls.key, minVersion: 'TLSv1.2' }, answer);
  } catch (error) {
    throw new PortError(`The certificate and key of ONE_TLS_CERT and ONE_TLS_KEY cannot be used: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explained(error, host, port)));
    server.listen(port, host, resolve);
  });
}

function explained(error: NodeJS.ErrnoException, host: string, port: number): PortError {
  switch (error.code) {
    case 'EADDRINUSE':
      return new PortError(`Port ${port} on ${host} is already in use. Stop the program that has it, or choose another port with ONE_PORT.`);
    case 'EACCES':
      return new PortError(`Port ${port} may not be opened by this user. Choose a port from 1024 with ONE_PORT.`);
    case 'EADDRNOTAVAIL':
      return new PortError(`This machine has no address ${host}. Set ONE_HOST to one of its addresses, or to 0.0.0.0 for all.`);
    default:
      return new PortError(`Port ${port} on ${host} could not be opened: ${error.message}`);
  }
}
