import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';

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

/** The same for UDP. */
export function freeUdpPort(host: string, wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = createSocket('udp4');
    socket.once('error', (error) => (wanted === 0 ? reject(error) : resolve(freeUdpPort(host))));
    socket.bind(wanted, host, () => {
      const { port } = socket.address();
      socket.close(() => resolve(port));
    });
  });
}
