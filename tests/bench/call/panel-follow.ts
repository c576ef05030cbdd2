import { JOHAN, KARIN } from '@/tests/support/e2e-demo-company';
import type { ChromiumPhone } from '@/tests/support/e2e-chromium-phone';
import { waitFor } from '@/tests/support/e2e-wait-for';
import { word } from '@/tests/support/e2e-words';
import { sampled, type BenchStage } from './bench-stage';
import { PAINTED } from './invite-to-panel';

/** While it rings, another tab comes to the front until the panel with its Answer button is painted there, in ms. */
export async function panelFollow(bench: BenchStage, karin: ChromiumPhone, rounds: number): Promise<number[]> {
  const site = await bench.stage.webSite();
  const caller = await bench.device(JOHAN);
  const open = async (name: string) => {
    const page = await karin.chromium.context.newPage();
    await page.goto(site.page(`/${name}`, `<title>${name}</title><h1>Kundregister</h1>`));
    return page;
  };
  const pages = [await open('one'), await open('two')];
  const panelOf = (page: (typeof pages)[number]) => page.frames().find((frame) => frame.url().startsWith(`${karin.origin}/panel.html`));
  const call = caller.call(KARIN.extension);
  const samples = await sampled('panel-follow', rounds, async (at) => {
    const page = pages[at % 2];
    if (page === undefined) throw new Error('no page');
    const switchedAt = performance.timeOrigin + performance.now();
    await page.bringToFront();
    const frame = await waitFor('the panel', () => panelOf(page));
    await frame.getByRole('button', { name: word('call.answer') }).waitFor();
    return (await frame.evaluate<number>(PAINTED)) - switchedAt;
  });
  await call.session.cancel();
  for (const page of pages) await page.close();
  await caller.unregister();
  return samples;
}
