import { existsSync, rmSync } from 'node:fs';
import { announceDataTemplate, freshDataDir } from '@/tests/support/e2e-data-template';
import { leftovers } from '@/tests/support/e2e-leftovers';
import { startOneServer } from '@/tests/support/e2e-one-server';

/** Seeds one data directory for all suites; afterwards sees to it that nothing they started is left. */
export default async function setUp(): Promise<() => Promise<void>> {
  const dataDir = freshDataDir();
  const server = await startOneServer({ edge: 'embedded', dataDir });
  await server.close();
  announceDataTemplate(dataDir);
  return () => {
    if (existsSync(dataDir)) rmSync(dataDir, { recursive: true, force: true });
    const left = leftovers();
    for (const { pid } of left) process.kill(pid, 'SIGKILL');
    if (left.length > 0) throw new Error(`processes were left behind:\n${left.map((one) => one.command).join('\n')}`);
    return Promise.resolve();
  };
}
