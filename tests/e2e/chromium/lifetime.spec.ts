import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { answer, connected, dial, hangUp, hearEachOther, isIdle, keepsHearing, shows, signIn } from '@/tests/support/e2e-actions';
import type { BareChromiumPhone } from '@/tests/support/e2e-bare-chromium-phone';
import { chromiumPhone, type ChromiumPhone } from '@/tests/support/e2e-chromium-phone';
import { FATIMA, JOHAN, KARIN } from '@/tests/support/e2e-demo-company';
import { test } from '@/tests/support/e2e-pair';
import type { Phone } from '@/tests/support/e2e-phone';
import { sessionsOf } from '@/tests/support/e2e-registrations';
import { Stage } from '@/tests/support/e2e-stage';
import { timeUntil, waitFor } from '@/tests/support/e2e-wait-for';
import { word } from '@/tests/support/e2e-words';

test.describe('what a call survives', () => {
  let karin: ChromiumPhone;
  let johan: Phone;

  test.beforeAll(({ pair }) => {
    ({ karin, johan } = pair);
  });
  test.beforeEach(async () => {
    await dial(karin, JOHAN.extension);
    await answer(johan);
    await hearEachOther(karin, johan);
  });
  test.afterEach(({ pair }, info) => pair.stage.report(info));

  const endsAtTheOther = async () => {
    await hangUp(karin);
    await shows(johan, word('endReason.remoteHungUp'));
    await isIdle(karin);
  };

  test('closing the popup: audio goes on, and a new popup controls the call within 2 s', async () => {
    await karin.closePopup();
    await keepsHearing(karin, johan.hertz);
    await keepsHearing(johan, karin.hertz);
    const back = await timeUntil('the controls', async () => (await karin.popup()).has('button', word('call.hangUp')), 2_000);
    expect(back).toBeLessThan(2_000);
    await endsAtTheOther();
  });

  test('closing every tab: audio goes on, and the controls work again', async () => {
    const { context } = karin.chromium;
    // Without any page Chromium ends; a bare one stays, as the last window of a person would.
    const last = await context.newPage();
    for (const page of context.pages()) if (page !== last) await page.close();
    await keepsHearing(karin, johan.hertz);
    await keepsHearing(johan, karin.hertz);
    await endsAtTheOther();
  });
});

test.describe('the service worker is killed during a call', () => {
  const stage = new Stage();
  let karin: BareChromiumPhone;
  let johan: Phone;

  test.beforeAll(async () => {
    const [server, ...phones] = await Promise.all([stage.server({ edge: 'kamailio' }), stage.bareChromium({ hertz: 440 }), stage.chromium({ hertz: 880 })]);
    [karin, johan] = phones;
    await Promise.all([signIn(karin, server, KARIN), signIn(johan, server, JOHAN)]);
  });
  test.afterEach(({ browserName: _ }, info) => stage.report(info));
  test.afterAll(() => stage.close());

  const kill = async () => {
    const worker = await waitFor('the worker', () => karin.probe.worker());
    expect(worker.attached, 'a debugger on the worker').toBe(false);
    await karin.cdp.send('Target.closeTarget', { targetId: worker.targetId });
    await waitFor('the worker to be gone', async () => (await karin.probe.worker())?.targetId !== worker.targetId);
  };
  const controlsAreBack = async () => {
    const opened = performance.now();
    await waitFor('the controls', async () => (await karin.popup()).has('button', word('call.hangUp')), 2_000);
    const ms = Math.round(performance.now() - opened);
    test.info().annotations.push({ type: 'controls after', description: `${ms} ms` });
    console.log(`      controls ${ms} ms after the popup was asked for`);
  };

  test('with the popup closed: audio goes on, a new popup controls the call within 2 s, hanging up reaches the other side', async () => {
    await dial(karin, JOHAN.extension);
    await answer(johan);
    await hearEachOther(karin, johan);
    await karin.closePopup();
    await kill();
    await controlsAreBack();
    await keepsHearing(karin, johan.hertz, 3);
    await keepsHearing(johan, karin.hertz, 3);
    await hangUp(karin);
    await shows(johan, word('endReason.remoteHungUp'));
    await isIdle(karin);
  });

  test('with the popup open: its controls go on working', async () => {
    await dial(johan, KARIN.extension);
    await answer(karin);
    await hearEachOther(karin, johan);
    await kill();
    await keepsHearing(johan, karin.hertz, 3);
    const popup = await karin.popup();
    await popup.click('button', word('call.mute'), 2_000);
    await shows(karin, word('call.mutedNote'), 2_000);
    await hangUp(karin);
    await shows(johan, word('endReason.remoteHungUp'));
  });

  test('while nobody calls: the next call comes in all the same', async () => {
    await karin.closePopup();
    await kill();
    await dial(johan, KARIN.extension);
    await answer(karin);
    await hearEachOther(karin, johan);
    await hangUp(johan);
    await shows(karin, word('endReason.remoteHungUp'));
  });

  test('the phone host is closed under a call: there is another within 2 s, registered, that shows the call as broken off and calls back', async () => {
    await dial(karin, JOHAN.extension);
    await answer(johan);
    await hearEachOther(karin, johan);
    // No page of ours is left that would ask for a host: the worker alone notices.
    await karin.closePopup();
    for (const { type, url, targetId } of await karin.cdp.targets())
      // The popup may be on its way out already.
      if (type === 'page' && url.startsWith(karin.origin)) await karin.cdp.send('Target.closeTarget', { targetId }).catch(() => undefined);
    const host = await waitFor('the phone host', () => karin.probe.target());
    await karin.cdp.send('Target.closeTarget', { targetId: host.targetId });
    const back = await timeUntil('another host', async () => ((await karin.probe.target()) ?? host).targetId !== host.targetId, 2_000);
    console.log(`      another phone host ${Math.round(back)} ms after the first was closed`);
    await shows(karin, word('endReason.hostCrashed'), 5_000);
    await waitFor('the registration', () => connected(karin), 5_000);
    await hangUp(johan);
    await (await karin.popup()).click('button', word('call.callBack'));
    await answer(johan);
    await hearEachOther(karin, johan);
    await hangUp(karin);
    await isIdle(karin);
  });
});

test('after a restart of the browser the phone is registered, before anybody opens anything of it', async ({ pair: { server } }) => {
  const profileDir = mkdtempSync(join(tmpdir(), 'one-profile-'));
  const stage = new Stage();
  try {
    const before = stage.keep(await chromiumPhone({ profileDir }));
    await signIn(before, server, FATIMA);
    const sessions = await sessionsOf(server, FATIMA);
    const registered = async () => (await sessions.list()).some((one) => one.registered);
    await before.close();
    await waitFor('the registration to end', async () => !(await registered()));
    stage.keep(await chromiumPhone({ profileDir }));
    await waitFor('the registration', registered);
  } finally {
    await stage.close();
    rmSync(profileDir, { recursive: true, force: true });
  }
});
