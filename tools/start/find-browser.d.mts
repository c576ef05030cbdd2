/** Path of a Chrome, Chromium or Edge, or null. */
export function findBrowser(
  platform: string,
  environment: Readonly<Record<string, string | undefined>>,
  exists?: (path: string) => boolean,
): string | null;
export const HOW_TO_GET_A_BROWSER: Readonly<Record<'linux' | 'darwin' | 'win32', string>>;
