import type { Logger } from '@/utils/contract/logger';
import type { ServerConfig } from './config';
import type { OpenDatabase } from './database/database';
import { lockDataDirectory } from './database/data-directory-lock';
import { openDatabase } from './database/open';

/** The server's own database, and nobody else's while it is open. Rejects with DataDirectoryInUse or DatabaseStartError. */
export async function openStorage({ dataDir, databaseUrl }: ServerConfig, log: Logger): Promise<OpenDatabase> {
  const lock = lockDataDirectory(dataDir);
  try {
    const opened = await openDatabase({ dataDir, url: databaseUrl }, log);
    return {
      ...opened,
      async close() {
        await opened.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
