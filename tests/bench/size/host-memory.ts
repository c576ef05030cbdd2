import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signIn } from '@/tests/support/e2e-actions';
import { KARIN } from '@/tests/support/e2e-demo-company';
import { Stage } from '@/tests/support/e2e-stage';
import { waitFor } from '@/tests/support/e2e-wait-for';
import { extensionProcesses } from '../extension-processes';

/** Private memory of a process in MB: pages no other process shares. */
function privateMemory(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const kilobytes = ['Private_Clean', 'Private_Dirty'].map((name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(rollup)?.[1] ?? 0));
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1000;
}

/** Private memory of the process that holds the phone host (and the service worker), registered and idle, in MB. */
export async function hostMemory(rounds: number): Promise<number[]> {
  const samples: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const stage = new Stage();
    const profileDir = mkdtempSync(join(tmpdir(), 'one-chromium-'));
    try {
      const server = await stage.server({ edge: 'embedded' });
      const phone = await stage.chromium({ profileDir });
      await signIn(phone, server, KARIN);
      await phone.closePopup();
      for (const page of phone.chromium.context.pages()) if (page.url().startsWith(phone.origin)) await page.close();
      // Freed pages go back to the system some time after the popup; the lowest of a stretch of readings is the idle state.
      let lowest = Number.POSITIVE_INFINITY;
      const started = performance.now();
      await waitFor('ten seconds of readings', () => {
        const sum = extensionProcesses(profileDir).reduce((total, pid) => total + privateMemory(pid), 0);
        if (sum > 0) lowest = Math.min(lowest, sum);
        return performance.now() - started > 10_000;
      }, 20_000);
      samples.push(lowest);
    } finally {
      await stage.close();
      rmSync(profileDir, { recursive: true, force: true });
    }
  }
  return samples;
}
