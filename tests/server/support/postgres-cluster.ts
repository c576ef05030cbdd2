import { execFile, execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';

const run = promisify(execFile);
const BIN = '/usr/lib/postgresql/15/bin';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of the run's Postgres cluster. */
    readonly postgresFolder: string;
  }
}

/** Postgres refuses to run as root: the cluster runs as the package's user then. */
function clusterUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** A private cluster for the run in a temporary folder, reached over a Unix socket: no port, no system service. */
export default async function startCluster({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'one-pg-'));
  const options = optionsIn(folder);
  const user = clusterUser();
  if (user) chownSync(folder, user.uid, user.gid);
  const data = path.join(folder, 'data');
  await run(path.join(BIN, 'initdb'), ['-D', data, '-U', 'one', '-A', 'trust', '--no-sync', '-E', 'UTF8'], options);
  const settings = `-k ${folder} -c listen_addresses='' -c fsync=off -c max_connections=100`;
  await run(path.join(BIN, 'pg_ctl'), ['-D', data, '-w', '-l', path.join(folder, 'log'), '-o', settings, 'start'], options);
  provide('postgresFolder', folder);
  return async () => {
    await run(path.join(BIN, 'pg_ctl'), ['-D', data, '-w', '-m', 'immediate', 'stop'], options);
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Connection string for a database of its own, made at the call. */
export async function newPostgres(): Promise<string> {
  const folder = inject('postgresFolder');
  const name = `one-${randomUUID()}`;
  await run(path.join(BIN, 'createdb'), ['-h', folder, '-U', 'one', name], optionsIn(folder));
  return `postgres://one@localhost/${name}?host=${encodeURIComponent(folder)}`;
}

function optionsIn(folder: string) {
  return { cwd: folder, env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' }, ...clusterUser() };
}
