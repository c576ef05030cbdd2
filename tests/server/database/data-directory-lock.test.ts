import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DataDirectoryInUse, lockDataDirectory } from '@/server/database/data-directory-lock';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(path.join(os.tmpdir(), 'one-lock-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const MODULE = path.resolve('server/database/data-directory-lock.ts');
/** Takes the lock in a process of its own, which ends with this one; resolves with what it said. */
async function otherProcess() {
  const code = `import { lockDataDirectory } from ${JSON.stringify(MODULE)};
    try { lockDataDirectory(process.argv[1]); process.stdout.write('locked'); process.stdin.resume(); }
    catch (error) { process.stdout.write(error.message); }`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code, directory], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    said: String(said),
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

test('a second process is refused while the first lives, and takes over when it was killed', async () => {
  const first = await otherProcess();
  expect(first.said).toBe('locked');
  expect(() => lockDataDirectory(directory)).toThrow(DataDirectoryInUse);
  expect(() => lockDataDirectory(directory)).toThrow(/process \d+\) uses the data directory .*ONE_DATA_DIR/);
  await first.kill();
  const mine = lockDataDirectory(directory);
  const second = await otherProcess();
  expect(second.said).toContain(`process ${process.pid}`);
  await second.kill();
  mine.release();
  expect(readdirSync(directory)).toEqual([]);
});

test('of several processes that find a stale lock at the same time, one gets it', async () => {
  writeFileSync(path.join(directory, 'server.lock'), JSON.stringify({ pid: 2 ** 22 - 1, processStart: null, nonce: 'old' }));
  const all = await Promise.all(Array.from({ length: 4 }, otherProcess));
  expect(all.filter((one) => one.said === 'locked')).toHaveLength(1);
  await Promise.all(all.map((one) => one.kill()));
});

test('a process number that was given out again does not keep the lock', () => {
  const content = { pid: process.pid, processStart: 'another-boot/1', nonce: 'old' };
  writeFileSync(path.join(directory, 'server.lock'), JSON.stringify(content));
  lockDataDirectory(directory).release();
  expect(existsSync(path.join(directory, 'server.lock'))).toBe(false);
});

test('a broken lock file is replaced, and releasing leaves the lock of another alone', () => {
  const file = path.join(directory, 'server.lock');
  writeFileSync(file, 'torn');
  const lock = lockDataDirectory(directory);
  rmSync(file);
  const next = lockDataDirectory(directory);
  lock.release();
  expect(existsSync(file)).toBe(true);
  next.release();
});
