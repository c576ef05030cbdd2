import { announceDataTemplate, freshDataDir } from '@/tests/support/e2e-data-template';
import { clearTemporaryDirectory, ownTemporaryDirectory } from '@/tests/support/e2e-leftovers';
import { startOneServer } from '@/tests/support/e2e-one-server';

/** Seeds one data directory for all suites; afterwards sees to it that nothing they started is left. */
export default async function setUp(): Promise<() => Promise<void>> {
  const temporary = ownTemporaryDirectory();
  const dataDir = freshDataDir();
  const server = await startOneServer({ edge: 'embedded', dataDir });
  await server.close();
  announceDataTemplate(dataDir);
  return () => {
    const left = clearTemporaryDirectory(temporary);
    if (left.length > 0) throw new Error(`processes were left behind:\n${left.join('\n')}`);
    return Promise.resolve();
  };
}
