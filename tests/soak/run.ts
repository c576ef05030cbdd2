import { answer, connected, dial, hangUp, hearEachOther, signIn, tryToSignIn } from '@/tests/support/e2e-actions';
import { FATIMA, JOHAN, KARIN } from '@/tests/support/e2e-demo-company';
import { Stage } from '@/tests/support/e2e-stage';
import { startTlsFront } from '@/tests/support/e2e-tls-front';
import { unprocessed } from '@/tests/support/e2e-unprocessed';
import { listen } from './hearing';
import { soakRegistered } from './registered';
import { reportOfCall, reportOfPhone, said, type Done } from './report';
import { HOUR, plan, SHORT } from './schedule';
import { changeNetwork, killWorker, restartEdge, ringOnce } from './troubles';

/** A call that comes must ring within so long, also just after the edge has come back. Milliseconds. */
const RINGS_WITHIN = 10_000;

/**
 * One call of two browsers over Kamailio while everything around it is killed: `npm run soak [-- --minutes 5]`; with `--registered` a
 * phone that is only registered, and called at random. Says what was
 * done, what was lost and for how long; ends with 1 when the call was dropped, or a call that came did not ring.
 */
async function soak(minutes: number): Promise<number> {
  const stage = new Stage();
  const length = minutes * 60_000;
  const began = performance.now();
  let from = began;
  const now = () => performance.now() - from;
  const done: Done[] = [];
  try {
    const network = await stage.network();
    const [server, karin, johan] = await Promise.all([stage.server({ edge: 'kamailio' }), stage.bareChromium({ hertz: 440, network }), stage.chromium({ hertz: 880 })]);
    const front = stage.keep(await startTlsFront(network.address, () => server.port));
    await Promise.all([tryToSignIn(karin, front.url, KARIN).then(() => connected(karin, 15_000)), signIn(johan, server, JOHAN)]);
    await Promise.all([unprocessed(karin), unprocessed(johan)]);
    await dial(karin, JOHAN.extension);
    await answer(johan);
    await hearEachOther(karin, johan);
    await karin.closePopup();
    from = performance.now();
    const ears = [listen(karin, johan.hertz, now), listen(johan, karin.hertz, now)];
    const act = { worker: () => killWorker(karin), edge: () => restartEdge(server), network: async () => changeNetwork(network), call: () => ringOnce(server, FATIMA, KARIN.extension, RINGS_WITHIN) };
    for (const planned of plan(length, minutes >= 30 ? HOUR : SHORT)) {
      await until(planned.at, now);
      const start = now();
      const outcome = await act[planned.what]().catch((error: unknown) => (console.error(error), null));
      const took = outcome === null ? null : Math.round(outcome ?? now() - start);
      const one = { ...planned, at: start, took };
      done.push(one);
      said(one);
    }
    await until(length, now);
    const standing = await hearEachOther(karin, johan).then(() => true, () => false);
    await Promise.all(ears.map((ear) => ear.stop()));
    const silences = ears.flatMap((ear, at) => ear.silences.map((one) => ({ ...one, at: at === 0 ? 'caller' : 'callee' })));
    if (standing) await hangUp(karin);
    return reportOfCall({ minutes, standing, silences, done });
  } finally {
    await stage.close();
  }
}

async function until(at: number, now: () => number): Promise<void> {
  const left = at - now();
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
}

const asked = Number(process.argv[process.argv.indexOf('--minutes') + 1]);
const minutes = (otherwise: number) => (process.argv.includes('--minutes') && asked > 0 ? asked : otherwise);
const registered = process.argv.includes('--registered');
process.exitCode = registered ? reportOfPhone(minutes(24 * 60), await soakRegistered(minutes(24 * 60), said)) : await soak(minutes(60));
