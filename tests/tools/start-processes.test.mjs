import { createServer } from 'node:http';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { portInUse, takePort } from '../../tools/start/ports.mjs';
import { Processes } from '../../tools/start/processes.mjs';

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
const listening = (server, port = 0) => new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server.address().port)));
const open = [];
afterEach(() => open.splice(0).forEach((server) => server.close()));

it('a port that is taken is told with the way out', async () => {
  const server = createTcpServer((socket) => socket.destroy());
  open.push(server);
  const port = await listening(server);
  expect(await takePort(port)).toBeNull();
  const told = await portInUse(port);
  expect(told).toContain(`Port ${port} is in use by another program.`);
  expect(told).toMatch(/ONE_PORT=\d+ npm start/);
  expect(await takePort(Number(/ONE_PORT=(\d+)/.exec(told)[1]))).not.toBeNull();
});

it('another One server on the port is recognised', async () => {
  const server = createServer((_request, response) => response.end('{"status":"ok","database":"ok","edge":"ok"}'));
  open.push(server);
  expect(await portInUse(await listening(server))).toContain('by another One server');
});

it('the last of all ports is told with a way out too', async () => {
  expect(await portInUse(65_535)).toMatch(/ONE_PORT=\d+ npm start/);
});

it('port 0 takes a free one', async () => {
  expect(await takePort(0)).toBeGreaterThan(0);
});

/** A process that starts another in a group of its own, deaf to SIGTERM, and tells its pid. */
const PARENT = `
  const { spawn } = require('node:child_process');
  const child = spawn(process.execPath, ['-e', "process.on('SIGTERM', () => {}); process.send?.('up'); setInterval(() => {}, 1000)"], { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  child.on('message', () => console.log(child.pid));
`;

it.runIf(process.platform === 'linux')('leaves nothing behind, not even what went into a group of its own', async () => {
  const processes = new Processes();
  const child = processes.start(process.execPath, ['-e', PARENT], { cwd: process.cwd(), output: 'pipe' });
  const grandchild = Number(await new Promise((resolve) => child.stdout.once('data', (data) => resolve(String(data)))));
  expect(isAlive(grandchild)).toBe(true);
  expect(processes.left().map(({ pid }) => pid).sort()).toEqual([child.pid, grandchild].sort());
  const forced = await processes.stop();
  expect(forced.map(({ pid }) => pid)).toContain(grandchild);
  await vi.waitUntil(() => processes.left().length === 0);
});

it.runIf(process.platform === 'linux')('ends the daemons of its own server, and of no other', async () => {
  const mine = mkdtempSync(join(tmpdir(), 'one-mine-'));
  const others = mkdtempSync(join(tmpdir(), 'one-others-'));
  const idle = ['-e', "console.log('up'); setInterval(() => {}, 1000)"];
  const daemon = async (dataDir) => {
    const child = spawn(process.execPath, idle, { argv0: `daemon (${dataDir}/daemon)`, env: {}, detached: true });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    return child;
  };
  const daemons = { mine: await daemon(mine), others: await daemon(others) };
  for (const [dataDir, isMine] of [[mine, true], [others, false]]) {
    const processes = new Processes();
    const server = processes.start(process.execPath, idle, { cwd: process.cwd(), output: 'ignore' });
    writeFileSync(join(dataDir, 'server.lock'), JSON.stringify({ pid: isMine ? server.pid : process.pid }));
    processes.ownDaemonsOf(server, dataDir);
    await processes.stop();
  }
  await vi.waitUntil(() => daemons.mine.signalCode === 'SIGKILL');
  expect(isAlive(daemons.others.pid)).toBe(true);
  daemons.others.kill('SIGKILL');
  for (const dataDir of [mine, others]) rmSync(dataDir, { recursive: true });
});

const runStart = (...argv) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [join(process.cwd(), 'tools/start.mjs'), ...argv]);
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.once('exit', (code) => resolve({ code, output }));
  });

it('npm start tells how it is used, and what is wrong', async () => {
  expect(await runStart('--help')).toMatchObject({ code: 0, output: expect.stringContaining('--once') });
  expect(await runStart('--fast')).toMatchObject({ code: 2, output: expect.stringContaining('--fast') });
  const server = createTcpServer((socket) => socket.destroy());
  open.push(server);
  const port = await listening(server);
  expect(await runStart('--port', String(port))).toMatchObject({ code: 1, output: expect.stringContaining(`Port ${port} is in use`) });
});
