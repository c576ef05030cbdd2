import { spawn } from 'node:child_process';
import { connected, tryToSignIn } from '@/tests/support/e2e-actions';
import { KARIN } from '@/tests/support/e2e-demo-company';
import { learnEdgePort } from '@/tests/support/e2e-edge-port';
import { freeUdpPort } from '@/tests/support/e2e-free-port';
import { api, type OneServer } from '@/tests/support/e2e-one-server';
import { Stage } from '@/tests/support/e2e-stage';
import { startTlsFront } from '@/tests/support/e2e-tls-front';
import { DAY, plan, randomCalls, type Planned } from './schedule';
import { changeNetwork, killWorker, restartEdge } from './troubles';
import type { Done } from './report';

const SCENARIO = new URL('ring-once.xml', import.meta.url).pathname;

/**
 * One phone that is registered and otherwise left alone, called at random from the trunk by SIPp, while what is around it is taken
 * away now and then. Resolves with what was done.
 */
export async function soakRegistered(minutes: number, log: (one: Done) => void): Promise<Done[]> {
  const stage = new Stage();
  const done: Done[] = [];
  try {
    const [trunkPort, network] = [await freeUdpPort(), await stage.network()];
    const [server, karin] = await Promise.all([stage.server({ edge: 'kamailio', trunkPort }), stage.bareChromium({ hertz: 440, network })]);
    const front = stage.keep(await startTlsFront(network.address, () => server.port));
    await tryToSignIn(karin, front.url, KARIN);
    await connected(karin, 15_000);
    await karin.closePopup();
    let edgePort = await edgePortOf(server, trunkPort);
    const act: Record<Planned['what'], () => Promise<boolean>> = {
      worker: () => killWorker(karin).then(() => true),
      async network() {
        changeNetwork(network);
        return true;
      },
      async edge() {
        await restartEdge(server);
        edgePort = await edgePortOf(server, trunkPort);
        return true;
      },
      call: () => rings(KARIN.fixedNumber, trunkPort, edgePort),
    };
    const began = performance.now();
    const now = () => performance.now() - began;
    const length = minutes * 60_000;
    const all = [...plan(length, DAY), ...randomCalls(length, Math.random)].sort((one, other) => one.at - other.at);
    for (const planned of all) {
      const left = planned.at - now();
      if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
      const start = now();
      const well = await act[planned.what]().catch((error: unknown) => (console.error(error), false));
      const one: Done = { ...planned, at: start, took: well ? Math.round(now() - start) : null };
      done.push(one);
      log(one);
    }
    return done;
  } finally {
    await stage.close();
  }
}

async function edgePortOf(server: OneServer, trunkPort: number): Promise<number> {
  const signedIn = await api<{ token: string; device: { username: string; password: string; domain: string } }>(server, 'POST', '/api/session', {
    email: KARIN.email,
    password: KARIN.password,
    deviceName: 'soak',
  });
  try {
    return await learnEdgePort(server.url, trunkPort, signedIn.json.device);
  } finally {
    await api(server, 'DELETE', '/api/session', undefined, signedIn.json.token);
  }
}

/** One SIPp run from the trunk's port: true when the phone rang and the call could be given up. */
function rings(number: string, trunkPort: number, edgePort: number): Promise<boolean> {
  const args = ['-sf', SCENARIO, '-s', number, '-i', '127.0.0.1', '-p', String(trunkPort), '-m', '1', '-nostdin', '-timeout', '20s', `127.0.0.1:${edgePort}`];
  const child = spawn('sipp', args, { stdio: 'ignore', env: { ...process.env, TERM: 'dumb' } });
  return new Promise((resolve, reject) => child.once('exit', (code) => resolve(code === 0)).once('error', reject));
}
