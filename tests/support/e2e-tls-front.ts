import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:tls';

export interface TlsFront {
  readonly url: string;
  /** Connections that stand now. */
  standing(): number;
  /** Ends them all and takes no more. */
  close(): void;
}

/** What stands before a One server where browsers are not on its machine: TLS at this address, by a certificate nobody vouches for. The server's port is known by its first connection. */
export async function startTlsFront(address: string, serverPort: () => number): Promise<TlsFront> {
  const open = new Set<Socket>();
  const keep = (socket: Socket) => void open.add(socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket)));
  const server = createServer(certificate(address), (client) => {
    const behind = connect(serverPort(), '127.0.0.1');
    for (const [one, other] of [[client, behind], [behind, client]] as const) {
      keep(one);
      one.on('close', () => other.destroy());
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, address, resolve));
  return {
    url: `https://${address}:${(server.address() as AddressInfo).port}`,
    standing: () => open.size / 2,
    close() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}

/** Signed by nobody, for this address. */
export function certificate(address: string): { key: Buffer; cert: Buffer } {
  const directory = mkdtempSync(join(tmpdir(), 'one-tls-'));
  const [key, cert] = [join(directory, 'key.pem'), join(directory, 'cert.pem')];
  const request = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1', '-subj', `/CN=${address}`];
  execFileSync('openssl', [...request, '-keyout', key, '-out', cert], { stdio: 'ignore' });
  const made = { key: readFileSync(key), cert: readFileSync(cert) };
  rmSync(directory, { recursive: true });
  return made;
}
