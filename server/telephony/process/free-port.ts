import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';

/** UDP ports of media, inclusive; rtpengine's, two for each side of a call. */
export const MEDIA_PORTS = Object.freeze({ first: 30_000, last: 39_999 });

/** A TCP port nobody listens on at this moment: `wanted` where possible. */
export function freeTcpPort(host: string, wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => (wanted === 0 ? reject(error) : resolve(freeTcpPort(host))));
    server.listen(wanted, host, () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

const isForMedia = (port: number) => port >= MEDIA_PORTS.first && port <= MEDIA_PORTS.last;

/**
 * The same for UDP, and none of {@link MEDIA_PORTS}: rtpengine binds those with SO_REUSEADDR, as Kamailio does, so one
 * would take the other's port without an error, and its packets with it.
 */
export function freeUdpPort(host: string, wanted = 0): Promise<number> {
  if (isForMedia(wanted)) return freeUdpPort(host);
  return new Promise((resolve, reject) => {
    const socket = createSocket('udp4');
    socket.once('error', (error) => (wanted === 0 ? reject(error) : resolve(freeUdpPort(host))));
    socket.bind(wanted, host, () => {
      const { port } = socket.address();
      socket.close(() => resolve(isForMedia(port) ? freeUdpPort(host) : port));
    });
  });
}
