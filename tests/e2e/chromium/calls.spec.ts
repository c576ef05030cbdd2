import { expect, test } from '@playwright/test';
import { answer, dial, hangUp, hearEachOther, hears, isIdle, shows, signIn } from '@/tests/support/e2e-actions';
import { ANNA, ERIK } from '@/tests/support/e2e-demo-company';
import type { EdgeKind, OneServer } from '@/tests/support/e2e-one-server';
import type { Phone } from '@/tests/support/e2e-phone';
import { Stage } from '@/tests/support/e2e-stage';
import { word } from '@/tests/support/e2e-words';

for (const edge of ['kamailio', 'embedded'] satisfies EdgeKind[]) {
  test.describe(`calls between two Chromiums over the ${edge} edge`, () => {
    const stage = new Stage();
    let server: OneServer;
    let anna: Phone;
    let erik: Phone;

    test.beforeAll(async () => {
      server = await stage.server({ edge });
      anna = await stage.chromium({ hertz: 440 });
      erik = await stage.chromium({ hertz: 880 });
      await signIn(anna, server, ANNA);
      await signIn(erik, server, ERIK);
    });
    test.afterEach(({ browserName: _ }, info) => stage.report(info));
    test.afterAll(() => stage.close());

    test('an extension dialled in the popup rings, is answered, and each hears the other’s tone', async () => {
      await dial(anna, ERIK.extension);
      await shows(erik, ANNA.name);
      await answer(erik);
      await hearEachOther(anna, erik);
      await hangUp(anna);
      await shows(erik, word('endReason.remoteHungUp'));
      await isIdle(anna);
    });

    test('a number clicked on a web page is called, and the call panel on the other’s page answers it', async () => {
      const site = await stage.webSite();
      const crm = await anna.webPage(site.page('/', `<p><a href="tel:${ERIK.fixedNumber}">Ring Erik</a></p>`));
      const other = await erik.webPage(site.page('/erik', '<h1>Erik arbetar här</h1>'));
      await crm.click('link', 'Ring Erik');
      const panel = await erik.panel();
      await panel.click('button', word('call.answer'));
      await hearEachOther(anna, erik);
      await hangUp(erik);
      await shows(anna, word('endReason.remoteHungUp'));
      await crm.close();
      await other.close();
    });

    test('the echo test gives back what is said', async () => {
      await dial(anna, '*43');
      await hears(anna, anna.hertz, 30_000);
      await hangUp(anna);
      await isIdle(anna);
    });

    test('the caller is who the server says: the fixed number with the name', async () => {
      await dial(erik, ANNA.extension);
      await shows(anna, ERIK.name);
      expect(await (await anna.popup()).text()).toContain(ERIK.extension);
      await hangUp(erik);
      await isIdle(anna);
    });
  });
}
