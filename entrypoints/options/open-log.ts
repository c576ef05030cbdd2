import type { LogReader } from '@/utils/models/log-model';
import type { LogDatabase } from '@/utils/storage/log-database';

let database: LogDatabase | undefined;

/** The kept log; the database's code comes when the section is opened. */
export async function openLog(): Promise<LogReader> {
  const [made, { createLogStore }] = await Promise.all([import('@/utils/storage/log-database'), import('@/utils/storage/log-store')]);
  database ??= new made.LogDatabase();
  return createLogStore(database);
}
