import { browser } from '#imports';

/** Put beside the code by wxt.config.ts. */
const FILE = '/phone-metadata.json';

/** Reads the packed metadata once; a failed try is not kept. */
export function createNumberMetadata(): () => Promise<string> {
  let reading: Promise<string> | null = null;
  return () => {
    reading ??= fetch(browser.runtime.getURL(FILE as '/')).then((answer) => answer.text());
    reading.catch(() => {
      reading = null;
    });
    return reading;
  };
}
