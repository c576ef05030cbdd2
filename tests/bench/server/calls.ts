import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { learnEdgePort } from '@/tests/support/e2e-edge-port';
import { freeUdpPort } from '@/tests/support/e2e-free-port';
import { startOneServer } from '@/tests/support/e2e-one-server';
import { LoadPhone } from './load-phone';
import { highestRate, STEP_SECONDS, type LoadStep } from './load-search';
import { deviceOf, LOAD_USERS } from './load-users';

const SCENARIO = new URL('trunk-calls.xml', import.meta.url).pathname;

/** One SIPp run from the trunk's port; its own response times from INVITE to 200. */
async function runSipp(rate: number, port: number, edgePort: number): Promise<LoadStep> {
  const cwd = mkdtempSync(join(tmpdir(), 'one-sipp-'));
  try {
    const numbers = join(cwd, 'numbers.csv');
    writeFileSync(numbers, `SEQUENTIAL\n${LOAD_USERS.map(({ fixedNumber }) => fixedNumber).join('\n')}\n`);
    const count = rate * STEP_SECONDS;
    const args = ['-sf', SCENARIO, '-inf', numbers, '-i', '127.0.0.1', '-p', String(port), `127.0.0.1:${edgePort}`];
    const load = ['-r', String(rate), '-m', String(count), '-l', '5000', '-trace_rtt', '-rtt_freq', '1', '-nostdin', '-timeout', '30s'];
    const child = spawn('sipp', [...args, ...load], { cwd, stdio: 'ignore', env: { ...process.env, TERM: 'dumb' } });
    await new Promise<void>((resolve, reject) => child.once('exit', () => resolve()).once('error', reject));
    const file = readdirSync(cwd).find((name) => name.endsWith('_rtt.csv'));
    const lines = file === undefined ? [] : readFileSync(join(cwd, file), 'utf8').trim().split('\n').slice(1);
    const rows = lines.map((line) => line.split(';').map(Number));
    const at = rows.map(([date]) => date ?? 0);
    // SIPp offers less than it is told when it has no time for more.
    const late = Math.max(...at) - Math.min(...at) > STEP_SECONDS * 1_300;
    return { times: rows.map(([, ms]) => ms ?? Number.NaN), failed: count - rows.length, late };
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

/** Calls a second from the trunk (SIPp) to registered devices, each decided by the server and given a media session. */
export async function calls(): Promise<number> {
  const port = await freeUdpPort();
  const server = await startOneServer({ edge: 'kamailio', trunkPort: port, env: { ONE_LOG_LEVEL: 'warn' } });
  const phones: LoadPhone[] = [];
  try {
    const edgePort = await learnEdgePort(server.url, port, await deviceOf(server, firstUser()));
    for (const user of LOAD_USERS) {
      const phone = await LoadPhone.connect(`ws://127.0.0.1:${server.port}/sip`, await deviceOf(server, user));
      phones.push(phone);
      await phone.register();
    }
    return await highestRate('calls', (rate) => runSipp(rate, port, edgePort));
  } finally {
    for (const phone of phones) phone.close();
    await server.close();
  }
}

function firstUser() {
  const [user] = LOAD_USERS;
  if (user === undefined) throw new Error('the demo company is empty');
  return user;
}
