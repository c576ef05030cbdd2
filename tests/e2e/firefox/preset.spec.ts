import { expect, test } from '@playwright/test';
import { connected } from '@/tests/support/e2e-actions';
import { KARIN } from '@/tests/support/e2e-demo-company';
import { Stage } from '@/tests/support/e2e-stage';
import { waitFor } from '@/tests/support/e2e-wait-for';
import { word } from '@/tests/support/e2e-words';

test.describe('what an employer presets through storage.managed', () => {
  const stage = new Stage();
  test.afterEach(({ browserName: _ }, info) => stage.report(info));
  test.afterAll(() => stage.close());

  test('stands in the form, cannot be changed, and is signed in to', async () => {
    const server = await stage.server({ edge: 'embedded' });
    const karin = await stage.firefox({ preset: { accountKind: 'one', server: server.url, locked: true } });
    const popup = await karin.popup();
    const field = () => popup.evaluate<[string, boolean] | null>(`((one) => one && [one.value, one.readOnly])(document.querySelector('input[name="server"]'))`);
    await waitFor('the preset', async () => (await field())?.[0] === server.url);
    expect(await field()).toEqual([server.url, true]);
    expect(await popup.has('radio', word('signIn.sip')), 'a choice of account').toBe(false);
    await popup.fill(word('signIn.email'), KARIN.email);
    await popup.fill(word('signIn.password'), KARIN.password);
    await popup.click('button', word('signIn.submit'));
    await connected(karin, 15_000);
  });
});
