import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

const PATIENCE_MS = 120_000;
let directory: string;
const children: ChildProcess[] = [];
beforeAll(() => {
  directory = mkdtempSync(path.join(os.tmpdir(), 'one-main-'));
});
afterEach(() => {
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** The server as it is really started. */
function start(environment: Record<string, string> = {}) {
  const env = { PATH: process.env['PATH'], ONE_DATA_DIR: directory, ONE_PORT: '0', ONE_EDGE: 'embedded', ONE_EDGE_LIFETIME: 'server', ...environment };
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  let output = '';
  let errors = '';
  let grown = () => {};
  child.stderr.on('data', (data) => (errors += String(data)));
  child.stdout.on('data', (data) => {
    output += String(data);
    grown();
  });
  const exited = once(child, 'exit').then(([code]) => ({ code: code as number | null, errors }));
  const url = async () => {
    for (;;) {
      const found = /"url":"([^"]+)"/.exec(output)?.[1];
      if (found !== undefined) return found;
      await Promise.race([new Promise<void>((resolve) => (grown = resolve)), exited.then((end) => Promise.reject(new Error(end.errors)))]);
    }
  };
  return { child, url, exited };
}

test(
  'a server answers, refuses a second on its directory, and its successor takes over however it ends',
  async () => {
    const first = start();
    const health = await fetch(`${await first.url()}/healthz`);
    expect(await health.json()).toMatchObject({ status: 'ok', database: 'ok' });

    const second = await start().exited;
    expect(second.code).toBe(1);
    expect(second.errors).toMatch(/^Another One server \(process \d+\) uses the data directory/);
    expect(second.errors).not.toContain('    at ');

    first.child.kill('SIGKILL');
    await first.exited;
    const third = start();
    await third.url();
    third.child.kill('SIGINT');
    third.child.kill('SIGTERM');
    expect((await third.exited).code).toBe(0);
    expect(existsSync(path.join(directory, 'server.lock'))).toBe(false);
  },
  PATIENCE_MS,
);

test(
  'a wrong configuration is said as one message with exit code 2',
  async () => {
    const { code, errors } = await start({ ONE_PORT: 'http', ONE_EDGE: 'other' }).exited;
    expect(code).toBe(2);
    expect(errors.trim().split('\n')).toEqual([
      'The One server cannot start with this configuration:',
      '  - ONE_PORT must be a port number from 0 to 65535',
      '  - ONE_EDGE must be one of auto, kamailio, embedded',
    ]);
  },
  PATIENCE_MS,
);

test(
  'a port in use is reported with the way out, and nothing stays locked',
  async () => {
    const occupant = createServer();
    await new Promise<void>((resolve) => occupant.listen(0, '127.0.0.1', resolve));
    const { port } = occupant.address() as AddressInfo;
    const { code, errors } = await start({ ONE_PORT: String(port) }).exited;
    occupant.close();
    expect([code, errors.trim()]).toEqual([1, `Port ${port} on 127.0.0.1 is already in use. Stop the program that has it, or choose another port with ONE_PORT.`]);
    expect(existsSync(path.join(directory, 'server.lock'))).toBe(false);
  },
  PATIENCE_MS,
);
