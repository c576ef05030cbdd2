import { expect } from '@playwright/test';
import { dial, hearEachOther, hears, hearsNothing, isIdle } from '@/tests/support/e2e-actions';
import { KARIN } from '@/tests/support/e2e-demo-company';
import { PICKS_HEADSET, plugHeadset } from '@/tests/support/e2e-headset';
import { test } from '@/tests/support/e2e-pair';
import { word } from '@/tests/support/e2e-words';
import { waitFor } from '@/tests/support/e2e-wait-for';

test.afterEach(({ pair }, info) => pair.stage.report(info));

test('a headset that is connected in the settings answers, mutes and hangs up a call by its buttons', async ({ pair: { karin, johan } }) => {
  const { probe } = karin.chromium;
  // The phone host has WebHID, as this browser gives it.
  expect(await probe.evaluate<unknown[]>('navigator.hid.getDevices()')).toEqual([]);
  const headset = await plugHeadset(karin, 'Simulated 65');
  const options = await karin.extensionPage('/options.html#sound');
  await options.evaluate(PICKS_HEADSET('Simulated 65'));
  await options.click('button', word('headset.connect'));
  await waitFor('the lights to be tried', () => options.has('button', word('headset.tryLights')));
  expect(await options.text()).toContain('Simulated 65');
  await headset.press('pressMute');
  await waitFor('the press on the page', async () => (await options.text()).includes(word('headset.pressedMute')));

  await dial(johan, KARIN.extension);
  await headset.shows('ring ringer');
  await headset.press('pressHook');
  await headset.shows('off-hook');
  await hearEachOther(karin, johan);
  await headset.press('pressMute');
  await headset.shows('off-hook mute');
  await hearsNothing(johan);
  await (await karin.popup()).click('button', word('call.mute'));
  await headset.shows('off-hook');
  await hears(johan, karin.hertz);
  await headset.press('pressHook');
  await headset.shows('');
  await Promise.all([isIdle(karin), isIdle(johan)]);

  await options.click('button', word('headset.disconnect'));
  await waitFor('the headset to be closed', async () => !(await headset.opened()));
  await headset.unplug();
  await options.close();
});
