import { test as base } from '@playwright/test';
import { signIn } from './e2e-actions';
import type { ChromiumPhone } from './e2e-chromium-phone';
import { FATIMA, JOHAN, KARIN } from './e2e-demo-company';
import type { FirefoxPhone } from './e2e-firefox-phone';
import type { OneServer } from './e2e-one-server';
import type { Phone } from './e2e-phone';
import type { Pstn } from './e2e-pstn';
import { Stage } from './e2e-stage';
import { unprocessed } from './e2e-unprocessed';

/**
 * A server on Kamailio with a trunk, and two browsers that are signed in to it, idle between tests.
 * What they remember of earlier tests (history, what the trunk answers) stays.
 */
export interface Pair<Karin = ChromiumPhone> {
  readonly stage: Stage;
  readonly server: OneServer;
  readonly pstn: Pstn;
  readonly karin: Karin;
  readonly johan: ChromiumPhone;
}

async function pairOn<Karin extends Phone>(stage: Stage, startKarin: () => Promise<Karin>): Promise<Pair<Karin>> {
  const pstn = await stage.pstn();
  const [server, karin, johan] = await Promise.all([stage.server({ edge: 'kamailio', trunkPort: pstn.port }), startKarin(), stage.chromium({ hertz: 880 })]);
  await Promise.all([signIn(karin, server, KARIN), signIn(johan, server, JOHAN)]);
  await unprocessed(johan);
  return { stage, server, pstn, karin, johan };
}

/** Ends with the worker: all files that leave it as they found it share it. Starting it takes longer than most of their tests. */
const shared = { scope: 'worker', timeout: 120_000 } as const;

async function onStage(work: (stage: Stage) => Promise<void>): Promise<void> {
  const stage = new Stage();
  try {
    await work(stage);
  } finally {
    await stage.close();
  }
}

interface SharedPhones {
  readonly pair: Pair;
  /** A third, at the same server. */
  readonly fatima: ChromiumPhone;
}

export const test = base.extend<object, SharedPhones>({
  pair: [
    ({ browserName: _ }, use) =>
      onStage(async (stage) => {
        const pair = await pairOn(stage, () => stage.chromium({ hertz: 440 }));
        await unprocessed(pair.karin);
        await use(pair);
      }),
    shared,
  ],
  fatima: [
    ({ pair }, use) =>
      onStage(async (stage) => {
        const fatima = await stage.chromium({ hertz: 660 });
        await signIn(fatima, pair.server, FATIMA);
        await unprocessed(fatima);
        await use(fatima);
      }),
    shared,
  ],
});

/** Karin is at Firefox, with a sound card; Johan at Chromium. */
export const firefoxTest = base.extend<object, { readonly pair: Pair<FirefoxPhone> }>({
  pair: [({ browserName: _ }, use) => onStage(async (stage) => use(await pairOn(stage, () => stage.firefoxWithSoundCard({ hertz: 660 })))), shared],
});
