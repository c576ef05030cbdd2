import { hangUp, hearEachOther, hears, isIdle, shows } from '@/tests/support/e2e-actions';
import type { ChromiumPhone } from '@/tests/support/e2e-chromium-phone';
import { FATIMA, JOHAN, KARIN } from '@/tests/support/e2e-demo-company';
import { test } from '@/tests/support/e2e-pair';
import { attendedTransfer, blindTransfer, conferenceOfThree, consult, handOn, talk, type TransferParties } from '@/tests/support/e2e-transfer-contract';
import { word } from '@/tests/support/e2e-words';

const ECHO_TEST = '*43';

// The embedded edge passes the same messages (tests/conformance), and the sound goes from phone to phone.
test.describe('transfers, heard at every party', () => {
  let karin: ChromiumPhone;
  let johan: ChromiumPhone;
  let fatima: ChromiumPhone;

  test.beforeAll(({ pair, fatima: third }) => {
    ({ karin, johan } = pair);
    fatima = third;
  });
  test.afterEach(({ pair }, info) => pair.stage.report(info));

  const parties = (): TransferParties => ({
    agent: { phone: karin, person: KARIN },
    caller: { phone: johan, person: JOHAN },
    colleague: { phone: fatima, person: FATIMA },
  });

  test('blind: the colleague found by name sees who sent the caller, and the two talk', () => blindTransfer(parties()));

  test('blind, and nobody there takes it: the call comes back with the reason', async () => {
    await talk(parties());
    await handOn(karin, FATIMA.extension, 'Shift+Enter');
    const popup = await fatima.popup();
    await popup.click('button', word('call.decline'), 15_000);
    await shows(karin, word('transferFailure.declined'));
    await hearEachOther(karin, johan);
    await hangUp(karin);
    await isIdle(johan);
  });

  test('attended: the caller waits in silence, then the two others talk', () => attendedTransfer(parties()));

  test('blind to a service number', async () => {
    await talk(parties());
    await handOn(karin, ECHO_TEST, 'Shift+Enter');
    await hears(johan, johan.hertz, 30_000);
    await isIdle(karin);
    await hangUp(johan);
    await isIdle(johan);
  });

  test('attended and taken back: the first two talk again', async () => {
    await consult(parties());
    await (await karin.popup()).click('button', word('transfer.cancel'));
    await isIdle(fatima);
    await hearEachOther(karin, johan);
    await hangUp(karin);
    await isIdle(johan);
  });

  test('three talk: each hears the other two, and goes on with one when the other leaves', () => conferenceOfThree(parties()));
});
