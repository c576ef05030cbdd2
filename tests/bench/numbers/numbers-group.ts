import type { Samples } from '../metrics';
import { quantile } from '../statistics';
import { ask, probedBrowser, type ProbedBrowser } from './bare-browser';
import { comparePeers } from './compare-peers';
import { longestTask } from './longest-task';
import { customerRows, densePage, digitlessPage, prosePage } from './pages';

/** Fewer for a first look. */
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 7);
const WARM = 5;
const TICKS = 600;

/** First time and the best of the next ones, each in a page of its own. */
async function coldAndWarm(browser: ProbedBrowser, html: string, what: 'walk' | 'scan'): Promise<[number, number]> {
  return browser.fresh(html, async (page) => {
    const once = async () => (what === 'walk' ? ask(page, 'walk') : (await ask(page, 'scan')).ms);
    const cold = await once();
    const warm: number[] = [];
    for (let time = 0; time < WARM; time++) warm.push(await once());
    return [cold, quantile(warm, 0.5)];
  });
}

/** Scans as ratios to the walk over the dense page, by turns: what every page is measured in. */
async function ratios(browser: ProbedBrowser, html: string): Promise<{ cold: number[]; warm: number[] }> {
  const cold: number[] = [];
  const warm: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const walk = await coldAndWarm(browser, densePage(), 'walk');
    const scan = await coldAndWarm(browser, html, 'scan');
    cold.push(scan[0] / walk[0]);
    warm.push(scan[1] / walk[1]);
  }
  return { cold, warm };
}

/** Microseconds a text node of 1,000 rows that come to a table. */
const rowsAdded = (browser: ProbedBrowser, html: string, round: number): Promise<number> =>
  browser.fresh(html, async (page) => {
    await ask(page, 'scan');
    await ask(page, 'addRows', customerRows(1_000, 10_000 + round));
    return ask(page, 'addRows', customerRows(1_000, 20_000 + round));
  });

/** Finding and marking numbers in pages of 50,000 texts. */
export async function numbersGroup(): Promise<Samples> {
  const browser = await probedBrowser();
  try {
    const dense = await ratios(browser, densePage());
    const prose = await ratios(browser, prosePage());
    const none = await ratios(browser, digitlessPage());
    const added: number[] = [];
    const beside: number[] = [];
    const ticks: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const large = await rowsAdded(browser, densePage(), round);
      added.push(large);
      beside.push(large / (await rowsAdded(browser, '<table><tbody id="rows"></tbody></table>', round)));
      const ms = await browser.fresh(densePage(), async (page) => {
        await ask(page, 'scan');
        return ask(page, 'tick', TICKS);
      });
      // 60 a second: so many take ten seconds.
      ticks.push((ms / (TICKS / 60) / 1000) * 100);
    }
    await comparePeers(browser);
    return {
      'scan-dense-cold': dense.cold,
      'scan-dense-warm': dense.warm,
      'scan-prose': prose.cold,
      'scan-none': none.cold,
      'scan-longest-task': await longestTask(3),
      'mutation-node': added,
      'rows-on-large-page': beside,
      'mutation-idle': ticks,
    };
  } finally {
    await browser.close();
  }
}
