import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freeUdpPort } from '@/tests/support/e2e-free-port';
import { startOneServer } from '@/tests/support/e2e-one-server';
import { Pstn } from '@/tests/support/e2e-pstn';
import { connectDevice } from '@/tests/support/sip-client';
import { openAnsweringDevice } from './answering-device';
import { findCapacity, type LoadStep } from './find-capacity';
import { deviceOf, LOAD_USERS } from './load-users';

const RATES = [25, 50, 100, 150, 200, 250, 300, 350, 400, 500, 600];
const SECONDS = 4;
const SCENARIO = new URL('trunk-calls.xml', import.meta.url).pathname;

/** One SIPp run from the trunk's port; its own response times from INVITE to 200. */
async function runSipp(rate: number, port: number, edgePort: number): Promise<LoadStep> {
  const cwd = mkdtempSync(join(tmpdir(), 'one-sipp-'));
  try {
    const numbers = join(cwd, 'numbers.csv');
    writeFileSync(numbers, `SEQUENTIAL\n${LOAD_USERS.map(({ fixedNumber }) => fixedNumber).join('\n')}\n`);
    const count = rate * SECONDS;
    const args = ['-sf', SCENARIO, '-inf', numbers, '-i', '127.0.0.1', '-p', String(port), `127.0.0.1:${edgePort}`];
    const load = ['-r', String(rate), '-m', String(count), '-l', '5000', '-trace_rtt', '-rtt_freq', '1', '-nostdin', '-timeout', '30s'];
    const child = spawn('sipp', [...args, ...load], { cwd, stdio: 'ignore', env: { ...process.env, TERM: 'dumb' } });
    await new Promise<void>((resolve, reject) => child.once('exit', () => resolve()).once('error', reject));
    const file = readdirSync(cwd).find((name) => name.endsWith('_rtt.csv'));
    const lines = file === undefined ? [] : readFileSync(join(cwd, file), 'utf8').trim().split('\n').slice(1);
    const rows = lines.map((line) => line.split(';').map(Number));
    const times = rows.map(([, ms]) => ms ?? Number.NaN);
    const at = rows.map(([date]) => date ?? 0);
    const span = (Math.max(...at) - Math.min(...at)) / 1000;
    return { rate: times.length < count * 0.99 ? times.length / Math.max(SECONDS, span) : Math.min(rate, times.length / Math.max(span, 0.001)), times, failed: count - times.length };
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

/** Calls a second from the trunk (SIPp) to registered devices, each decided by the server and given a media session. */
export async function calls(): Promise<number> {
  const port = await freeUdpPort();
  const server = await startOneServer({ edge: 'kamailio', trunkPort: port, env: { ONE_LOG_LEVEL: 'warn' } });
  const devices: { close(): void }[] = [];
  try {
    const edgePort = await learnEdgePort(server.url, port, await deviceOf(server, firstUser()));
    for (const user of LOAD_USERS) devices.push(await openAnsweringDevice(server.port, await deviceOf(server, user)));
    return await findCapacity('calls', RATES, (rate) => runSipp(rate, port, edgePort));
  } finally {
    for (const device of devices) device.close();
    await server.close();
  }
}

function firstUser() {
  const [user] = LOAD_USERS;
  if (user === undefined) throw new Error('the demo company is empty');
  return user;
}

/** The edge's address towards the trunk is its own choice: a call that goes out shows it. */
async function learnEdgePort(url: string, port: number, device: { username: string; password: string; domain: string }): Promise<number> {
  const pstn = await Pstn.open(1000, port);
  pstn.onInvite = 'answer';
  const phone = await connectDevice({ server: `${url.replace('http', 'ws')}/sip`, ...device });
  try {
    await phone.register();
    const call = phone.call('+46701740691');
    const { status } = await call.done;
    if (pstn.dialog === null) throw new Error(`no call came to the trunk (${status})`);
    const { port: edgePort } = pstn.dialog.peer;
    await call.session.bye();
    return edgePort;
  } finally {
    await phone.unregister();
    await phone.stop();
    pstn.close();
  }
}
