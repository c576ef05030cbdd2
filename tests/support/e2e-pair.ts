import { test as base } from '@playwright/test';
import { signIn } from './e2e-actions';
import type { ChromiumPhone } from './e2e-chromium-phone';
import { JOHAN, KARIN } from './e2e-demo-company';
import type { OneServer } from './e2e-one-server';
import { Stage } from './e2e-stage';

/** A server on Kamailio and two Chromiums that are signed in to it, idle between tests. What they remember of earlier tests (history) stays. */
export interface Pair {
  readonly stage: Stage;
  readonly server: OneServer;
  readonly karin: ChromiumPhone;
  readonly johan: ChromiumPhone;
}

/** With `pair`, which all files share that leave it as they found it: starting it takes longer than most of their tests. */
export const test = base.extend<object, { pair: Pair }>({
  pair: [
    async ({ browserName: _ }, use) => {
      const stage = new Stage();
      try {
        const [server, karin, johan] = await Promise.all([stage.server({ edge: 'kamailio' }), stage.chromium({ hertz: 440 }), stage.chromium({ hertz: 880 })]);
        await Promise.all([signIn(karin, server, KARIN), signIn(johan, server, JOHAN)]);
        await use({ stage, server, karin, johan });
      } finally {
        await stage.close();
      }
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});
