import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A TCP port that stays while the edge behind it comes and goes, as the One server's public port does. */
export interface SipPipe {
  /** WebSocket URL for phones. */
  readonly url: string;
  /** Where new connections go; null refuses them. */
  pointTo(port: number | null): void;
  /** Breaks every connection, as a lost network does. */
  breakAll(): void;
  close(): Promise<void>;
}

export async function openPipe(): Promise<SipPipe> {
  let target: number | null = null;
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  };
  const server = createServer((near) => {
    keep(near);
    if (target === null) return void near.destroy();
    const far = connect(target, '127.0.0.1');
    keep(far);
    near.pipe(far).pipe(near);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const breakAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/sip`,
    pointTo: (port) => (target = port),
    breakAll,
    async close() {
      breakAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
