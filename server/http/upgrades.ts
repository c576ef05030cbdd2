import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from '@/utils/contract/logger';
import { clientAddress } from './client-address';
import { createConnectionLimit } from './connection-limit';
import { mayUpgrade, type OriginRules } from './origin';
import { refuseUpgrade } from './refuse-upgrade';

/** Takes over a connection; `onClose` must be called once when it is gone. */
export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer, onClose: () => void) => void;

export interface UpgradeOptions {
  /** By exact path, without a query. */
  readonly paths: Readonly<Record<string, UpgradeHandler>>;
  readonly origins: OriginRules;
  readonly trustedProxies: readonly string[];
  /** Open connections an address may have on each path. */
  readonly perAddress: number;
  readonly log: Logger;
}

/** The public port's `upgrade` listener: nothing passes but WebSockets of an allowed origin on a known path. */
export function handleUpgrades({ paths, origins, trustedProxies, perAddress, log }: UpgradeOptions) {
  const routes = new Map(Object.entries(paths).map(([path, handler]) => [path, { handler, limit: createConnectionLimit(perAddress) }]));

  return (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const path = request.url ?? '';
    const route = routes.get(path);
    if (!route || request.method !== 'GET' || request.headers.upgrade?.toLowerCase() !== 'websocket') return refuseUpgrade(socket, 404);
    const { origin, host } = request.headers;
    const address = clientAddress(request, trustedProxies);
    if (!mayUpgrade(origin, host, address, origins)) {
      log.warn('connection from a foreign origin refused', { path, origin: origin ?? null });
      return refuseUpgrade(socket, 403);
    }
    const giveBack = route.limit.take(address);
    if (giveBack === null) {
      log.warn('too many connections from one address', { path });
      return refuseUpgrade(socket, 429);
    }
    request.socket.setNoDelay(true);
    request.socket.setKeepAlive(true, 30_000);
    request.socket.setTimeout(0);
    try {
      route.handler(request, socket, head, giveBack);
    } catch (error) {
      // One connection must never end the server.
      log.error('upgrade failed', { path, error });
      giveBack();
      refuseUpgrade(socket, 503);
    }
  };
}
