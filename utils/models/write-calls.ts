import type { Clock } from '@/utils/contract/clock';
import type { HistoryEntry } from '@/utils/contract/history-entry';
import { CSV_START, csvRow } from '@/utils/domain/csv/csv-row';

/** How calls are written for this user. */
export interface CallSheet {
  readonly headings: readonly string[];
  cells(entry: HistoryEntry): readonly string[];
}

/** Rows between two looks at what else there is to do: a few milliseconds. */
const SLICE = 1000;

/** A CSV file of calls, in slices, so that the page answers meanwhile. `progress` hears the share that is done, 0 to 1. */
export async function writeCalls(
  entries: readonly HistoryEntry[],
  { headings, cells }: CallSheet,
  clock: Pick<Clock, 'after'>,
  progress: (share: number) => void,
): Promise<string> {
  const parts = [CSV_START, csvRow(headings)];
  for (let at = 0; at < entries.length; at += SLICE) {
    if (at > 0) {
      progress(at / entries.length);
      await new Promise<void>((go) => clock.after(0, go));
    }
    parts.push(...entries.slice(at, at + SLICE).map((entry) => csvRow(cells(entry))));
  }
  return parts.join('');
}
