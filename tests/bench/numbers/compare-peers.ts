import { existsSync, readFileSync } from 'node:fs';
import { ask, type ProbedBrowser } from './bare-browser';
import type { Peer } from './page-probe';
import { densePage } from './pages';
import type { LabelledText } from '../../numbers/score';

const PEERS: readonly Peer[] = ['own', 'libphonenumber-js', 'ringcentral-c2d'];
const SAMPLE = process.env['NUMBERS_SAMPLE'] ?? new URL('../../numbers/sample.json', import.meta.url).pathname;

/** Prints how right and how fast the finders are beside ours, in the same browser and run. */
export async function comparePeers(browser: ProbedBrowser): Promise<void> {
  const speed = await browser.fresh(densePage(), async (page) => {
    const base = await ask(page, 'walk');
    const ratios: Record<string, string> = {};
    for (const peer of PEERS) ratios[peer] = ((await ask(page, 'peer', peer)) / base).toFixed(1);
    return ratios;
  });
  const texts = existsSync(SAMPLE) ? (JSON.parse(readFileSync(SAMPLE, 'utf8')) as LabelledText[]) : null;
  if (texts === null) console.log(`no labelled texts at ${SAMPLE}: how right the finders are was not measured`);
  for (const peer of PEERS) {
    const right = texts === null ? null : await browser.fresh('', (page) => ask(page, 'score', peer, texts));
    const said = right === null ? '' : `F1 ${right.f1.toFixed(4)}, exact ${right.exact.toFixed(4)}, quiet ${right.quiet.toFixed(4)}, short ${right.short.join('/')}`;
    console.log(`  ${peer.padEnd(18)} every text of the dense page: ${speed[peer]} × the walk  ${said}`);
  }
}
