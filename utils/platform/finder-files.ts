/** Where wxt.config.ts packs the number plans of all regions and the words of all languages. */
export const FINDER_DATA_FILE = '/finder-data.json';
/** Where it puts the finder's code, as a module for content scripts. */
export const FINDER_CODE_FILE = '/number-finder.js';
