import { test } from '@playwright/test';
import { answer, dial, hangUp, hearEachOther, isIdle, shows } from './e2e-actions';
import type { DemoPerson } from './e2e-demo-company';
import type { Phone } from './e2e-phone';
import { word } from './e2e-words';

export interface Party {
  readonly phone: Phone;
  readonly person: DemoPerson;
}

/** One call from `caller` to `callee`, answered in the popup, heard at both ends, ended by the caller. */
export async function wholeCall(caller: Party, callee: Party): Promise<void> {
  await test.step(`${caller.phone.browser} calls ${callee.phone.browser}`, async () => {
    await dial(caller.phone, callee.person.extension);
    await shows(callee.phone, caller.person.name, 15_000);
    await answer(callee.phone);
    await hearEachOther(caller.phone, callee.phone, 20_000);
    await hangUp(caller.phone);
    await shows(callee.phone, word('endReason.remoteHungUp', callee.phone.language));
    await isIdle(caller.phone);
  });
}
