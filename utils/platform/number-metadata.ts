import { browser } from '#imports';
import { METADATA_FILE } from './packed-finder';

/** Text of the packed number plans; needs no network. */
export async function readNumberMetadata(): Promise<string> {
  // A file of the package that is none of WXT's entrypoints.
  const answer = await fetch(browser.runtime.getURL(METADATA_FILE as '/'));
  return answer.text();
}

/** Reads it once for all who ask; a failed try is not kept. */
export function createNumberMetadata(read: () => Promise<string> = readNumberMetadata): () => Promise<string> {
  let reading: Promise<string> | null = null;
  return () => {
    const mine = (reading ??= read());
    mine.catch(() => {
      if (reading === mine) reading = null;
    });
    return mine;
  };
}
