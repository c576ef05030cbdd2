import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:tls';
import { frontOf, type Front } from './e2e-front';

export interface TlsFront extends Front {
  readonly url: string;
}

/** What stands before a One server where browsers are not on its machine: TLS at this address, by a certificate nobody vouches for. */
export async function startTlsFront(address: string, serverPort: number | (() => number)): Promise<TlsFront> {
  const front = await frontOf(address, typeof serverPort === 'number' ? () => serverPort : serverPort, (take) => createServer(certificate(address), take));
  return { ...front, url: `https://${address}:${front.port}` };
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
