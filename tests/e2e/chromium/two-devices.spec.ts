import { expect } from '@playwright/test';
import { answer, decline, dial, hangUp, hearEachOther, isIdle, shows, signIn } from '@/tests/support/e2e-actions';
import { KARIN, JOHAN } from '@/tests/support/e2e-demo-company';
import { test } from '@/tests/support/e2e-pair';
import type { Phone } from '@/tests/support/e2e-phone';
import { Stage } from '@/tests/support/e2e-stage';
import { word } from '@/tests/support/e2e-words';

test.describe('two devices of one user', () => {
  const stage = new Stage();
  let caller: Phone;
  let first: Phone;
  let second: Phone;

  test.beforeAll(async ({ pair }) => {
    ({ karin: caller, johan: first } = pair);
    second = await stage.chromium({ hertz: 660 });
    await signIn(second, pair.server, JOHAN);
  });
  test.afterEach(({ pair }, info) => Promise.all([pair.stage, stage].map((one) => one.report(info))));
  test.afterAll(() => stage.close());

  test('both ring; when the first answers the second stops, says answered elsewhere, and counts nothing as missed', async () => {
    await dial(caller, JOHAN.extension);
    await shows(first, KARIN.name);
    await shows(second, KARIN.name);
    await answer(first);
    await shows(second, word('endReason.answeredElsewhere'));
    await hearEachOther(caller, first);
    const popup = await second.popup();
    expect(await popup.has('button', word('call.answer'))).toBe(false);
    expect(await popup.text()).not.toContain(word('endReason.callerCancelled'));
    expect(await popup.text()).not.toContain(word('history.missed'));
    await hangUp(caller);
    await isIdle(first);
  });

  test('both ring; when the first declines the second stops too and the caller is told', async () => {
    await dial(caller, JOHAN.extension);
    await shows(second, KARIN.name);
    await decline(first);
    await shows(caller, word('endReason.remoteDeclined'));
    await shows(second, word('endReason.declinedElsewhere'));
  });
});
