import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { CHROME_BUILD } from '@/tests/support/e2e-chromium';
import { commandsOn } from '@/tests/support/e2e-leftovers';
import { startProcess, type RunningProcess } from '@/tests/support/e2e-process';
import { waitFor } from '@/tests/support/e2e-wait-for';

const ROOT = new URL('../../../', import.meta.url).pathname;
const SHOTS = join(ROOT, '.run/tour');

test.describe('npm start without a display', () => {
  test.setTimeout(180_000);
  let dataDir: string;
  let running: RunningProcess | null = null;

  const start = (...options: string[]) => {
    running = startProcess(process.execPath, [join(ROOT, 'tools/start.mjs'), '--headless', '--lang', 'en', '--port', '0', ...options], {
      ONE_DATA_DIR: dataDir,
      ONE_EXTENSION: CHROME_BUILD,
    });
    return running;
  };
  test.beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'one-start-'));
  });
  test.afterEach(async () => {
    await running?.stop();
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  });

  test('--once plays the tour, says what it measured, leaves pictures and ends with 0 and no process', async () => {
    const tour = start('--once');
    expect(await tour.exited, tour.output()).toBe(0);
    const said = tour.output();
    for (const line of [/Calls go through/, /echoHeardByRobotHz +4[34]\d/, /callHeardByAgentHz +(69|70|71)\d/, /The tour went well\. Screenshots are in/]) expect(said).toMatch(line);
    const shots = readdirSync(SHOTS).filter((name) => statSync(join(SHOTS, name)).size > 5_000);
    expect(shots.map((name) => name.replace(/^\d+-|\.png$/g, ''))).toEqual(['crm', 'in-call', 'popup-in-call', 'incoming-call', 'answered-call', 'popup-after']);
    expect(commandsOn(dataDir)).toEqual([]);
  });

  test('Ctrl-C ends it and everything it started', async () => {
    const started = start();
    await waitFor('the server to be there', () => /ready in .* s at http/.test(started.output()), 120_000);
    await waitFor('its daemons', () => commandsOn(dataDir).length > 0);
    // As a terminal does: to the whole group.
    started.kill('SIGINT');
    expect(await started.exited, started.output()).toBe(130);
    expect(commandsOn(dataDir)).toEqual([]);
  });
});
