import type { Frame, Page } from '@playwright/test';
import type { Surface } from './e2e-surface';

/** A Playwright page, or one frame in it (the call panel). */
export function playwrightSurface(page: Page, frame: Frame = page.mainFrame()): Surface {
  return {
    click: (role, name, timeoutMs = 10_000) => frame.getByRole(role, { name, exact: true }).first().click({ timeout: timeoutMs }),
    fill: (name, text) => frame.getByLabel(name, { exact: true }).first().fill(text, { timeout: 10_000 }),
    press: (key) => page.keyboard.press(key),
    has: (role, name) => frame.getByRole(role, { name, exact: true }).first().isVisible(),
    text: () => frame.locator('body').innerText({ timeout: 5_000 }),
    evaluate: <T>(expression: string) => frame.evaluate<T>(expression),
    screenshot: async (path) => void (frame === page.mainFrame() ? await page.screenshot({ path }) : await frame.locator('body').screenshot({ path })),
    close: () => page.close(),
  };
}
