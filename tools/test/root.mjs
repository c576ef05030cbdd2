/** The repository's root, as a directory URL. */
export const root = new URL('../../', import.meta.url);
