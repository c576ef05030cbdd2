import { KARIN, JOHAN } from '@/tests/support/e2e-demo-company';
import type { ChromiumPhone } from '@/tests/support/e2e-chromium-phone';
import { waitFor } from '@/tests/support/e2e-wait-for';
import { word } from '@/tests/support/e2e-words';
import { isRequest, sampled, tapped, type BenchStage } from './bench-stage';

/** When the largest thing on the panel was painted, epoch ms: the caller's card with its buttons. */
export const PAINTED = `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    const entries = list.getEntries();
    resolve(performance.timeOrigin + entries[entries.length - 1].startTime);
  }).observe({ type: 'largest-contentful-paint', buffered: true });
})`;

/** INVITE sent by the edge until the panel with its Answer button is painted on the active tab, in ms. */
export async function inviteToPanel(bench: BenchStage, karin: ChromiumPhone, rounds: number): Promise<number[]> {
  const site = await bench.stage.webSite();
  const caller = await bench.device(JOHAN);
  const page = await karin.webPage(site.page('/', '<h1>Kundregister</h1>'));
  const samples = await sampled('invite-to-panel', rounds, async () => {
    const mark = bench.tap.messages.all.length;
    const call = caller.call(KARIN.extension);
    const invite = await tapped(bench.tap, mark, 'an INVITE', isRequest('INVITE', 'edge'));
    const panel = await karin.panel();
    await waitFor('the Answer button', () => panel.has('button', word('call.answer')));
    const paintedAt = await panel.evaluate<number>(PAINTED);
    await call.session.cancel();
    await waitFor('the panel to go', async () => !(await karin.panelIsShown()), 20_000);
    return paintedAt - invite.at;
  });
  await page.close();
  await caller.unregister();
  return samples;
}
