import { test } from '@playwright/test';
import { signIn } from '@/tests/support/e2e-actions';
import { JOHAN, KARIN } from '@/tests/support/e2e-demo-company';
import { numberCard, pictures } from '@/tests/support/e2e-number-card-contract';
import type { Phone } from '@/tests/support/e2e-phone';
import { Stage } from '@/tests/support/e2e-stage';
import type { WebSite } from '@/tests/support/e2e-web-site';

test.describe('the card of a number on a page', () => {
  const stage = new Stage();
  let phone: Phone;
  let site: WebSite;

  test.beforeAll(async () => {
    site = await stage.webSite();
    const [server, ...phones] = await Promise.all([stage.server({ edge: 'embedded' }), stage.chromium({ language: 'sv' })]);
    [phone] = phones;
    await signIn(phone, server, KARIN);
  });
  test.afterEach(({ browserName: _ }, info) => stage.report(info));
  test.afterAll(() => stage.close());

  const scene = () => ({ phone, site, number: JOHAN.fixedNumber });
  numberCard(scene);
  pictures(scene);
});
