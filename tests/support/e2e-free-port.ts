import { createServer } from 'node:net';
import { freeUdpPort as freeUdpPortOf } from '@/server/telephony/process/free-port';

/** A TCP port of this machine that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

/** A UDP port of this machine that nobody is bound to now, and that no media relay takes. */
export const freeUdpPort = () => freeUdpPortOf('127.0.0.1');
