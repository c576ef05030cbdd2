import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './e2e-free-port';
import { startProcess } from './e2e-process';
import { waitFor } from './e2e-wait-for';

export interface TurnServer {
  /** TURN over TCP: for a network that lets no UDP out. */
  readonly url: string;
  readonly secret: string;
  /** How many allocations it has granted. */
  allocations(): number;
  /** Packets it has passed on for allocations that are over. */
  relayed(): number;
  close(): Promise<void>;
}

/** Debian's coturn as docs/operations.md sets it up, with a secret shared with the One server, at an address of this machine. */
export async function startTurnServer(address: string): Promise<TurnServer> {
  const directory = mkdtempSync(join(tmpdir(), 'one-turn-'));
  const port = await freePort();
  const secret = `secret-${port}`;
  const turn = startProcess('turnserver', [
    ...['-n', '--verbose', '--log-file', 'stdout', '--no-cli', '--no-udp', '--no-tls', '--no-dtls'],
    ...['--listening-ip', address, '--relay-ip', address, '--listening-port', String(port), '--min-port', '49152', '--max-port', '49252'],
    ...['--use-auth-secret', '--static-auth-secret', secret, '--realm', 'one.test', '--fingerprint'],
    ...['--userdb', join(directory, 'turndb'), '--pidfile', join(directory, 'pid')],
  ]);
  await waitFor('coturn', () => /TCP listener opened on/.test(turn.output()));
  return {
    url: `turn:${address}:${port}?transport=tcp`,
    secret,
    allocations: () => turn.output().match(/ALLOCATE processed, success/g)?.length ?? 0,
    relayed: () => [...turn.output().matchAll(/peer usage:.*? sp=(\d+)/g)].reduce((sum, [, packets]) => sum + Number(packets), 0),
    async close() {
      await turn.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
