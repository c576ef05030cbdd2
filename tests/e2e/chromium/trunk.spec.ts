import { expect } from '@playwright/test';
import { answer, dial, hangUp, hearEachOther, hears, isIdle, shows } from '@/tests/support/e2e-actions';
import { JOHAN, KARIN } from '@/tests/support/e2e-demo-company';
import { headerOf } from '@/tests/support/e2e-sip-message';
import { test } from '@/tests/support/e2e-pair';
import type { Phone } from '@/tests/support/e2e-phone';
import type { Pstn } from '@/tests/support/e2e-pstn';
import { waitFor } from '@/tests/support/e2e-wait-for';
import { word } from '@/tests/support/e2e-words';

test.describe('calls through a plain SIP trunk, the audio by rtpengine', () => {
  let karin: Phone;
  let johan: Phone;
  let pstn: Pstn;

  const pstnHears = (hertz: number) =>
    waitFor(`the PSTN to hear ${hertz} Hz`, () => {
      const tone = pstn.audio.heard();
      if (Math.abs(tone.frequency - hertz) > hertz * 0.04) throw new Error(JSON.stringify(tone));
      return true;
    });

  test.beforeAll(({ pair }) => {
    ({ karin, johan, pstn } = pair);
    pstn.onInvite = 'answer';
  });
  test.afterEach(({ pair }, info) => pair.stage.report(info));

  test('out: a national number goes to the trunk in E.164, with audio both ways, and hanging up ends it there', async () => {
    await dial(karin, '070-174 06 47');
    await hears(karin, 1000);
    await pstnHears(440);
    const invite = pstn.invites.at(-1);
    expect(invite?.start).toContain('46701740647');
    expect(invite && headerOf(invite, 'p-asserted-identity')).toContain(KARIN.fixedNumber);
    await hangUp(karin);
    await waitFor('the trunk to be told', () => pstn.ended);
  });

  test('out: the other side hanging up is shown', async () => {
    await isIdle(karin);
    await dial(karin, '+46701740648');
    await hears(karin, 1000);
    pstn.hangUp();
    await shows(karin, word('endReason.remoteHungUp'));
  });

  test('out: digits on the keypad reach the other side as telephone events, each once', async () => {
    await isIdle(karin);
    await dial(karin, '+46701740647');
    await hears(karin, 1000);
    const popup = await karin.popup();
    await popup.click('button', word('call.keypad'));
    for (const key of ['1', '1', '0', word('dialer.hash')]) await popup.click('button', key);
    for (const key of ['9', '*']) await popup.press(key);
    await waitFor('the PSTN to receive 110#9*', () => {
      if (pstn.audio.events.pressed() !== '110#9*') throw new Error(pstn.audio.events.pressed());
      return true;
    });
    await hangUp(karin);
    await waitFor('the trunk to be told', () => pstn.ended);
    expect(pstn.audio.events.pressed()).toBe('110#9*');
  });

  test('in: a call to the fixed number rings with the caller’s number, and has audio both ways', async () => {
    const edgePort = pstn.dialog?.peer.port ?? 0;
    pstn.call(KARIN.fixedNumber, '+46701740649', edgePort);
    await shows(karin, '070-174 06 49');
    await answer(karin);
    await hears(karin, 1000);
    await pstnHears(440);
    pstn.hangUp();
    await shows(karin, word('endReason.remoteHungUp'));
  });

  test('a colleague is transferred to an outside number, and the two hear each other', async () => {
    await isIdle(karin);
    await dial(johan, KARIN.extension);
    await answer(karin);
    await hearEachOther(karin, johan, 20_000);
    const popup = await karin.popup();
    await popup.press('t');
    await popup.fill(word('transfer.field'), '070-174 06 47');
    await popup.press('Shift+Enter');
    await shows(karin, word('endReason.transferred'));
    await hears(johan, 1000, 20_000);
    await pstnHears(880);
    expect(pstn.invites.at(-1)?.start).toContain('46701740647');
    await hangUp(johan);
    await waitFor('the trunk to be told', () => pstn.ended);
  });

  test('an outside caller is put through to a colleague, who is asked first: each hears who they are with', async () => {
    await isIdle(karin);
    const edgePort = pstn.dialog?.peer.port ?? 0;
    pstn.call(KARIN.fixedNumber, '+46701740649', edgePort);
    await answer(karin);
    await hears(karin, 1000);
    const popup = await karin.popup();
    await popup.click('button', word('transfer.open'));
    await popup.fill(word('transfer.field'), JOHAN.extension);
    await popup.press('Enter');
    await answer(johan);
    await hearEachOther(karin, johan, 20_000);
    await popup.click('button', word('transfer.complete'));
    await shows(karin, word('endReason.transferred'));
    await shows(johan, '070-174 06 49');
    await hears(johan, 1000, 20_000);
    await pstnHears(880);
    pstn.hangUp();
    await shows(johan, word('endReason.remoteHungUp'));
    await isIdle(karin);
  });
});
