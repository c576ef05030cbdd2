import { defineConfig } from '@playwright/test';

/**
 * Both browsers under one runner. Chromium is driven by Playwright itself, Firefox by puppeteer-core
 * over WebDriver BiDi (Playwright's Firefox is a patched one that loads no extension).
 * One worker: a test runs up to three browsers with live audio, and the machine has two cores.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/global-setup.ts',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  projects: [
    { name: 'e2e-chromium', testDir: 'tests/e2e/chromium', outputDir: 'test-results/e2e-chromium' },
    { name: 'e2e-firefox', testDir: 'tests/e2e/firefox', outputDir: 'test-results/e2e-firefox' },
  ],
});
