import { test } from '@playwright/test';
import { answer, dial, hangUp, hearEachOther, hears, hearsNothing, isIdle, shows, signIn } from '@/tests/support/e2e-actions';
import type { ChromiumPhone } from '@/tests/support/e2e-chromium-phone';
import { FATIMA, JOHAN, KARIN } from '@/tests/support/e2e-demo-company';
import { Stage } from '@/tests/support/e2e-stage';
import { word } from '@/tests/support/e2e-words';

const ECHO_TEST = '*43';

// The embedded edge passes the same messages (tests/conformance), and the sound goes from phone to phone.
test.describe('transfers, heard at every party', () => {
  const stage = new Stage();
  let karin: ChromiumPhone;
  let johan: ChromiumPhone;
  let fatima: ChromiumPhone;

  test.beforeAll(async () => {
    const server = await stage.server({ edge: 'kamailio' });
    karin = await stage.chromium({ hertz: 440 });
    johan = await stage.chromium({ hertz: 880 });
    fatima = await stage.chromium({ hertz: 660 });
    await signIn(karin, server, KARIN);
    await signIn(johan, server, JOHAN);
    await signIn(fatima, server, FATIMA);
  });
  test.afterEach(({ browserName: _ }, info) => stage.report(info));
  test.afterAll(() => stage.close());

  const talk = async () => {
    await dial(karin, JOHAN.extension);
    await answer(johan);
    await hearEachOther(karin, johan, 20_000);
  };
  /** By keys alone: T, whom, and Enter or Shift and Enter. */
  const handOn = async (target: string, keys: 'Enter' | 'Shift+Enter') => {
    const popup = await karin.popup();
    await popup.press('t');
    await popup.fill(word('transfer.field'), target);
    await popup.press(keys);
  };

  test('blind: the colleague found by name sees who sent the caller, and the two talk', async () => {
    await talk();
    await handOn('fatima', 'Shift+Enter');
    await shows(fatima, word('transfer.by').replace('$1', KARIN.name), 15_000);
    await answer(fatima);
    await shows(karin, word('endReason.transferred'));
    await hearEachOther(johan, fatima, 20_000);
    await hangUp(fatima);
    await isIdle(johan);
  });

  test('blind, and nobody there takes it: the call comes back with the reason', async () => {
    await talk();
    await handOn(FATIMA.extension, 'Shift+Enter');
    const popup = await fatima.popup();
    await popup.click('button', word('call.decline'), 15_000);
    await shows(karin, word('transferFailure.declined'));
    await hearEachOther(karin, johan);
    await hangUp(karin);
    await isIdle(johan);
  });

  test('attended: the caller waits in silence, then the two others talk', async () => {
    await talk();
    await handOn('fatima', 'Enter');
    await answer(fatima);
    await hearEachOther(karin, fatima, 20_000);
    await hearsNothing(johan);
    await (await karin.popup()).click('button', word('transfer.complete'));
    await hearEachOther(johan, fatima, 20_000);
    await isIdle(karin);
    await shows(johan, FATIMA.name);
    await hangUp(johan);
    await isIdle(fatima);
  });

  test('blind to a service number', async () => {
    await talk();
    await handOn(ECHO_TEST, 'Shift+Enter');
    await hears(johan, johan.hertz, 30_000);
    await isIdle(karin);
    await hangUp(johan);
    await isIdle(johan);
  });

  test('attended and taken back: the first two talk again', async () => {
    await talk();
    await handOn('fatima', 'Enter');
    await answer(fatima);
    await hearEachOther(karin, fatima, 20_000);
    await (await karin.popup()).click('button', word('transfer.cancel'));
    await isIdle(fatima);
    await hearEachOther(karin, johan);
    await hangUp(karin);
    await isIdle(johan);
  });

  test('three talk: each hears the other two, and goes on with one when the other leaves', async () => {
    await talk();
    await handOn('fatima', 'Enter');
    await answer(fatima);
    await hearEachOther(karin, fatima, 20_000);
    const popup = await karin.popup();
    await popup.click('button', word('conference.start'));
    await popup.click('button', word('call.mute'));
    // With Karin silent each of them hears the other, by way of her.
    await hearEachOther(johan, fatima, 20_000);
    await popup.click('button', word('call.mute'));
    await hangUp(fatima);
    await hearEachOther(karin, johan, 20_000);
    await hangUp(karin);
    await isIdle(johan);
  });
});
