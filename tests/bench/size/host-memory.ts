import { readdirSync, readFileSync } from 'node:fs';
import { KARIN } from '@/tests/support/e2e-demo-company';
import { onBenchStage } from '../call/bench-stage';

/** Private memory of a process in MB of 1,000,000 bytes (Linux: Private_Clean and Private_Dirty). */
function privateMemory(pid: string): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const kibibytes = [...rollup.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB$/gm)].reduce((sum, [, kb]) => sum + Number(kb), 0);
  return (kibibytes * 1_024) / 1_000_000;
}

/** Renderers of extensions that belong to the browser with this profile, by what they were started with. */
function extensionRenderers(browserPid: number): string[] {
  const children = (pid: string) =>
    readdirSync('/proc').filter((entry) => /^\d+$/.test(entry) && readOr(`/proc/${entry}/stat`).split(') ')[1]?.split(' ')[1] === pid);
  const found: string[] = [];
  const pending = [String(browserPid)];
  for (let pid = pending.pop(); pid !== undefined; pid = pending.pop()) {
    if (readOr(`/proc/${pid}/cmdline`).includes('--extension-process')) found.push(pid);
    pending.push(...children(pid));
  }
  return found;
}

function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // The process ended while we looked.
    return '';
  }
}

/** The process of the phone host, registered and idle, with no popup open; one browser a round. */
export async function hostMemory(rounds: number): Promise<number[]> {
  const samples: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await onBenchStage(async (bench) => {
      const phone = await bench.phone(KARIN, { hertz: 440 });
      await phone.closePopup();
      for (const page of phone.chromium.context.pages()) if (page.url().startsWith(phone.origin)) await page.close();
      const { processInfo } = await phone.chromium.cdp.send<{ processInfo: { type: string; id: number }[] }>('SystemInfo.getProcessInfo');
      const browser = processInfo.find(({ type }) => type === 'browser');
      if (!browser) throw new Error('Chromium does not name its processes');
      samples.push(Math.max(...extensionRenderers(browser.id).map(privateMemory)));
    });
  }
  return samples;
}
