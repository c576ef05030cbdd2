import { readFileSync } from 'node:fs';
import { answer, dial, hangUp, hearEachOther, isIdle } from '@/tests/support/e2e-actions';
import { JOHAN } from '@/tests/support/e2e-demo-company';
import type { ChromiumPhone } from '@/tests/support/e2e-chromium-phone';
import { waitFor } from '@/tests/support/e2e-wait-for';
import { extensionProcesses } from '../extension-processes';
import { sampled } from './bench-stage';

/** Clock ticks a second of /proc, which Linux fixes at 100 for programs. */
const TICKS = 100;
const STRETCH_MS = 10_000;
/** What measures the sound runs in the phone host, and costs more than the call. */
const EARS = 'Promise.all([globalThis.__heardContext, globalThis.__firstSound].map((one) => one?.$()))';

/** Seconds of CPU that the processes have had, from utime and stime of proc(5). */
function cpuSeconds(pids: readonly number[]): number {
  const ticks = pids.map((pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
    return Number(fields[11]) + Number(fields[12]);
  });
  return ticks.reduce((sum, one) => sum + one, 0) / TICKS;
}

/** Phone host and worker together during a call in which nothing is pressed and no surface is open, as a share of one core in per cent. */
export async function callCpu(karin: ChromiumPhone, johan: ChromiumPhone, rounds: number): Promise<number[]> {
  await dial(karin, JOHAN.extension);
  await answer(johan);
  await hearEachOther(karin, johan);
  await karin.closePopup();
  const pids = extensionProcesses(karin.chromium.profileDir);
  const { probe } = karin.chromium;
  await probe.evaluate(EARS.replace('$', 'suspend'));
  const samples = await sampled('call-cpu', rounds, async () => {
    const before = cpuSeconds(pids);
    const started = performance.now();
    await waitFor('a stretch of the call', () => performance.now() - started > STRETCH_MS, STRETCH_MS * 2);
    return ((cpuSeconds(pids) - before) / (performance.now() - started)) * 1_000 * 100;
  });
  await probe.evaluate(EARS.replace('$', 'resume'));
  await hangUp(johan);
  await isIdle(karin);
  return samples;
}
