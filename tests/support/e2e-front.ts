import { connect, type AddressInfo, type Server, type Socket } from 'node:net';

export interface Front {
  readonly port: number;
  /** Connections that stand now. */
  standing(): number;
  /** Ends them all and takes no more. */
  close(): void;
}

/** Listens with what `make` makes of the handler it is given, and passes what comes on to a port of this machine, known by then. */
export async function frontOf(address: string, behindPort: () => number, make: (take: (client: Socket) => void) => Server): Promise<Front> {
  const open = new Set<Socket>();
  const keep = (socket: Socket) => void open.add(socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket)));
  const server = make((client) => {
    const behind = connect(behindPort(), '127.0.0.1');
    for (const [one, other] of [[client, behind], [behind, client]] as const) {
      keep(one);
      one.on('close', () => other.destroy());
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, address, resolve));
  return {
    port: (server.address() as AddressInfo).port,
    standing: () => open.size / 2,
    close() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
