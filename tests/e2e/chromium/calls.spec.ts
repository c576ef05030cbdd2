import { expect } from '@playwright/test';
import { answer, dial, hangUp, hearEachOther, hears, hearsNothing, isIdle, keepsHearing, shows, signIn } from '@/tests/support/e2e-actions';
import type { ChromiumPhone } from '@/tests/support/e2e-chromium-phone';
import { KARIN, JOHAN } from '@/tests/support/e2e-demo-company';
import type { EdgeKind } from '@/tests/support/e2e-one-server';
import { test } from '@/tests/support/e2e-pair';
import type { Phone } from '@/tests/support/e2e-phone';
import { Stage } from '@/tests/support/e2e-stage';
import { word } from '@/tests/support/e2e-words';

const ECHO_TEST = '*43';

/** One track in place of another: how the one before was, and which the next one is. */
interface Swap {
  readonly from: MediaStreamTrackState | null;
  readonly to: string | null;
  /** Nobody sends anything for so long. Milliseconds. */
  took?: number;
}
/** Has the phone host remember them in `__swaps`. */
const SWAPS = `(() => {
  const { replaceTrack } = RTCRtpSender.prototype;
  globalThis.__swaps = [];
  RTCRtpSender.prototype.replaceTrack = function (track) {
    const swap = { from: this.track && this.track.readyState, to: track && track.label };
    globalThis.__swaps.push(swap);
    const began = performance.now();
    return replaceTrack.call(this, track).then(() => { swap.took = performance.now() - began; });
  };
})()`;

for (const edge of ['kamailio', 'embedded'] satisfies EdgeKind[]) {
  test.describe(`calls between two Chromiums over the ${edge} edge`, () => {
    const stage = new Stage();
    let karin: ChromiumPhone;
    let johan: Phone;

    if (edge === 'kamailio') {
      test.beforeAll(({ pair }) => {
        ({ karin, johan } = pair);
      });
      test.afterEach(({ pair }, info) => pair.stage.report(info));
    } else {
      test.beforeAll(async () => {
        const [server, ...phones] = await Promise.all([stage.server({ edge }), stage.chromium({ hertz: 440 }), stage.chromium({ hertz: 880 })]);
        [karin, johan] = phones;
        await Promise.all([signIn(karin, server, KARIN), signIn(johan, server, JOHAN)]);
      });
      test.afterEach(({ browserName: _ }, info) => stage.report(info));
    }
    test.afterAll(() => stage.close());

    test('an extension dialled in the popup rings, is answered, and each hears the other’s tone', async () => {
      await dial(karin, JOHAN.extension);
      await shows(johan, KARIN.name);
      await answer(johan);
      await hearEachOther(karin, johan);
      await hangUp(karin);
      await shows(johan, word('endReason.remoteHungUp'));
      await isIdle(karin);
    });

    test('held, the other side is told and hears nothing; taken back, both hear each other again', async () => {
      await dial(karin, JOHAN.extension);
      await answer(johan);
      await hearEachOther(karin, johan);
      const popup = await karin.popup();
      await popup.click('button', word('call.hold'));
      await shows(karin, word('call.onHold'));
      await shows(johan, word('call.heldByRemote'));
      await hearsNothing(johan);
      await popup.click('button', word('call.resume'));
      await hearEachOther(karin, johan);
      await hangUp(johan);
      await isIdle(karin);
    });

    // What follows is the phone's work, whichever edge the call goes over.
    if (edge === 'embedded') return;

    test('a number clicked on a web page is called, and the call panel on the other’s page answers it', async () => {
      const site = await stage.webSite();
      const crm = await karin.webPage(site.page('/', `<p><a href="tel:${JOHAN.fixedNumber}">Ring Johan</a></p>`));
      const other = await johan.webPage(site.page('/johan', '<h1>Johan arbetar här</h1>'));
      await crm.click('link', 'Ring Johan');
      const panel = await johan.panel();
      await panel.click('button', word('call.answer'));
      await hearEachOther(karin, johan);
      await hangUp(johan);
      await shows(karin, word('endReason.remoteHungUp'));
      await crm.close();
      await other.close();
    });

    test('muted, the other side hears nothing; unmuted, the tone again', async () => {
      await dial(karin, JOHAN.extension);
      await answer(johan);
      await hearEachOther(karin, johan);
      const popup = await karin.popup();
      await popup.click('button', word('call.mute'));
      await hearsNothing(johan);
      await hears(karin, johan.hertz);
      await popup.click('button', word('call.mute'));
      await hears(johan, karin.hertz);
      await hangUp(johan);
      await isIdle(karin);
    });

    test('another microphone chosen in the settings takes over in a call, and the other side goes on hearing', async () => {
      await dial(karin, JOHAN.extension);
      await answer(johan);
      await hearEachOther(karin, johan);
      await karin.chromium.probe.evaluate(SWAPS);
      const settings = await karin.chromium.context.newPage();
      await settings.goto(`${karin.origin}/options.html#sound`);
      const microphone = settings.getByRole('combobox', { name: word('sound.microphone') });
      const swaps = () => karin.chromium.probe.evaluate<Swap[]>('globalThis.__swaps');
      await microphone.selectOption('Fake Audio Input 2');
      // The one before is still open when the other side gets the next one.
      await expect.poll(swaps).toMatchObject([{ from: 'live', to: 'Fake Audio Input 2', took: expect.any(Number) }]);
      console.log(`      the track was replaced in ${(await swaps())[0]?.took?.toFixed(1)} ms`);
      await keepsHearing(johan, karin.hertz, 3);
      await microphone.selectOption(word('sound.computersDefault'));
      await expect.poll(async () => (await swaps()).map(({ to }) => to)).toEqual(['Fake Audio Input 2', 'Fake Default Audio Input']);
      await settings.close();
      await hangUp(karin);
      await isIdle(karin);
    });

    test('the echo test gives back what is said, and the call’s details show codec and score', async () => {
      await dial(karin, ECHO_TEST);
      await hears(karin, karin.hertz, 30_000);
      const popup = await karin.popup();
      await popup.click('button', word('quality.title'), 15_000);
      await shows(karin, /Opus|G\.7/);
      await shows(karin, /MOS \d[.,]\d/);
      await hangUp(karin);
      await isIdle(karin);
    });

    test('the self-test finds everything well, the test call included', async () => {
      const page = await karin.chromium.context.newPage();
      await page.goto(`${karin.origin}/options.html#self-test`);
      await page.getByRole('button', { name: word('selfTest.start') }).click();
      await page.getByRole('button', { name: word('selfTest.yes') }).click();
      await expect(page.getByText(word('selfTest.allWell'))).toBeVisible({ timeout: 20_000 });
      await expect(page.getByText(/Sound comes back; the delay is \d+ ms/)).toBeVisible();
      await page.close();
      await isIdle(karin);
    });

    test('a second call is answered while the first is held, and back again', async () => {
      await dial(karin, ECHO_TEST);
      await hears(karin, karin.hertz, 30_000);
      await dial(johan, KARIN.extension);
      const popup = await karin.popup();
      await popup.click('button', word('call.answerAndHold'), 15_000);
      await hearEachOther(karin, johan);
      await shows(karin, word('call.onHold'));
      // Resuming the one holds the other.
      await popup.click('button', word('call.resume'));
      await hears(karin, karin.hertz);
      await hearsNothing(johan);
      await hangUp(johan);
      await shows(karin, word('endReason.remoteHungUp'));
      await hangUp(karin);
      await isIdle(karin);
    });

    test('the caller is who the server says: the fixed number with the name', async () => {
      await dial(johan, KARIN.extension);
      // Calls before it are listed by name only.
      await shows(karin, '08-465 004 05');
      expect(await (await karin.popup()).text()).toContain(JOHAN.name);
      await hangUp(johan);
      await isIdle(karin);
    });
  });
}
