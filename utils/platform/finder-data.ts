import { browser } from '#imports';
import { FINDER_DATA_FILE } from './finder-files';

/** Text of what finders know, from a file of the package; needs no network. */
export async function readFinderData(): Promise<string> {
  // A file of the package that is none of WXT's entrypoints.
  const answer = await fetch(browser.runtime.getURL(FINDER_DATA_FILE as '/'));
  return answer.text();
}

/** Reads it once for all who ask; a failed try is not kept. */
export function createFinderData(read: () => Promise<string> = readFinderData): () => Promise<string> {
  let reading: Promise<string> | null = null;
  return () => {
    const mine = (reading ??= read());
    mine.catch(() => {
      if (reading === mine) reading = null;
    });
    return mine;
  };
}
