import { cpSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const VARIABLE = 'ONE_E2E_DATA_TEMPLATE';

/** Where the run's seeded data directory is kept, for the test processes. */
export function announceDataTemplate(dataDir: string): void {
  process.env[VARIABLE] = dataDir;
}

/** A data directory of its own with the demo company in it; making one anew costs ten seconds a server. */
export function freshDataDir(): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'one-server-'));
  const template = process.env[VARIABLE];
  if (template !== undefined && existsSync(template)) cpSync(template, dataDir, { recursive: true });
  return dataDir;
}
