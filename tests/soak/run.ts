import { mkdirSync, writeFileSync } from 'node:fs';
import { answer, dial, hangUp, hearEachOther, signIn } from '@/tests/support/e2e-actions';
import { FATIMA, JOHAN, KARIN } from '@/tests/support/e2e-demo-company';
import { Stage } from '@/tests/support/e2e-stage';
import { listen, type Silence } from './hearing';
import { HOUR, plan, SHORT, type Planned } from './schedule';
import { changeNetwork, killWorker, restartEdge, ringOnce } from './troubles';

/** A call that comes must ring within so long, also just after the edge has come back. Milliseconds. */
const RINGS_WITHIN = 10_000;

interface Done extends Planned {
  /** Milliseconds it took; null: it failed, or did not ring. */
  readonly took: number | null;
}

/**
 * One call of two browsers over Kamailio while everything around it is killed: `npm run soak [-- --minutes 5]`. Says what was
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
    const [server, karin, johan] = await Promise.all([stage.server({ edge: 'kamailio' }), stage.bareChromium(440), stage.chromium({ hertz: 880 })]);
    await Promise.all([signIn(karin, server, KARIN), signIn(johan, server, JOHAN)]);
    await dial(karin, JOHAN.extension);
    await answer(johan);
    await hearEachOther(karin, johan);
    await karin.closePopup();
    from = performance.now();
    const ears = [listen(karin, johan.hertz, now), listen(johan, karin.hertz, now)];
    const act = { worker: () => killWorker(karin), edge: () => restartEdge(server), network: () => changeNetwork(karin), call: () => ringOnce(server, FATIMA, KARIN.extension, RINGS_WITHIN) };
    for (const planned of plan(length, minutes >= 30 ? HOUR : SHORT)) {
      await until(planned.at, now);
      const start = now();
      const outcome = await act[planned.what]().catch((error: unknown) => (console.error(error), null));
      const took = outcome === null ? null : Math.round(outcome ?? now() - start);
      done.push({ ...planned, took });
      console.log(`  ${clock(start)} ${planned.what.padEnd(8)} ${took === null ? 'FAILED' : `${took} ms`}`);
    }
    await until(length, now);
    const standing = await hearEachOther(karin, johan).then(() => true, () => false);
    await Promise.all(ears.map((ear) => ear.stop()));
    const silences = ears.flatMap((ear, at) => ear.silences.map((one) => ({ ...one, at: at === 0 ? 'caller' : 'callee' })));
    if (standing) await hangUp(karin);
    return report({ minutes, standing, silences, done });
  } finally {
    await stage.close();
  }
}

interface Report {
  readonly minutes: number;
  readonly standing: boolean;
  readonly silences: readonly (Silence & { readonly at: string })[];
  readonly done: readonly Done[];
}

function report(all: Report): number {
  const { minutes, standing, silences, done } = all;
  const count = (what: Planned['what']) => done.filter((one) => one.what === what).length;
  const missed = done.filter((one) => one.what === 'call' && one.took === null).length;
  const longest = Math.max(0, ...silences.map((one) => one.to - one.from));
  console.log(`\n${minutes} minutes of one call: worker killed ${count('worker')} times, edge restarted ${count('edge')}, network changed ${count('network')}`);
  console.log(`  the call ${standing ? 'stood to the end' : 'was DROPPED'}`);
  console.log(`  calls that came: ${count('call')}, missed: ${missed}`);
  console.log(`  silences of more than a second and a half: ${silences.length}, the longest ${Math.round(longest)} ms`);
  for (const one of silences) console.log(`    ${clock(one.from)} ${one.at} ${Math.round(one.to - one.from)} ms`);
  mkdirSync('bench', { recursive: true });
  writeFileSync('bench/soak.json', `${JSON.stringify(all, null, 2)}\n`);
  return standing && missed === 0 ? 0 : 1;
}

const clock = (ms: number) => new Date(ms).toISOString().slice(11, 19);

async function until(at: number, now: () => number): Promise<void> {
  const left = at - now();
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
}

const asked = Number(process.argv[process.argv.indexOf('--minutes') + 1]);
process.exitCode = await soak(process.argv.includes('--minutes') && asked > 0 ? asked : 60);
