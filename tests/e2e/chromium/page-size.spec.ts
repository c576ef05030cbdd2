import { expect, test } from '@playwright/test';
import { contentGzip } from '@/tests/bench/size/bundle-size';
import { CHROME_BUILD } from '@/tests/support/e2e-chromium';

test('what is injected into every page is under 22 kB, gzipped', () => {
  const size = contentGzip(CHROME_BUILD);
  expect(size).toBeGreaterThan(1);
  expect(size).toBeLessThan(22);
});
