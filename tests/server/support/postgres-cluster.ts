import { execFile, execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const BIN = '/usr/lib/postgresql/15/bin';

export interface PostgresCluster {
  /** Connection string for a database of its own, made at the call. */
  newDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/** Postgres refuses to run as root: the cluster runs as the package's user then. */
function clusterUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** A private cluster in a temporary folder, reached over a Unix socket: no port, no system service. */
export async function startPostgresCluster(): Promise<PostgresCluster> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'one-pg-'));
  const user = clusterUser();
  if (user) chownSync(folder, user.uid, user.gid);
  const options = { cwd: folder, env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' }, ...user };
  const data = path.join(folder, 'data');
  await run(path.join(BIN, 'initdb'), ['-D', data, '-U', 'one', '-A', 'trust', '--no-sync', '-E', 'UTF8'], options);
  const settings = `-k ${folder} -c listen_addresses='' -c fsync=off -c max_connections=60`;
  await run(path.join(BIN, 'pg_ctl'), ['-D', data, '-w', '-l', path.join(folder, 'log'), '-o', settings, 'start'], options);
  let databases = 0;
  return {
    async newDatabase() {
      databases += 1;
      await run(path.join(BIN, 'createdb'), ['-h', folder, '-U', 'one', `one${databases}`], options);
      return `postgres://one@localhost/one${databases}?host=${encodeURIComponent(folder)}`;
    },
    async stop() {
      await run(path.join(BIN, 'pg_ctl'), ['-D', data, '-w', '-m', 'immediate', 'stop'], options);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
