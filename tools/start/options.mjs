import { parseArgs } from 'node:util';

export const HELP = `npm start -- [options]

Builds TeleProffs One, starts the One server with its demo company, and opens a browser
with the extension signed in beside a demo CRM. Without a display it plays a tour and
writes screenshots.

  --once          play the tour and end: exit code 0 when all went well, else 1
  --headless      play the tour even where there is a display
  --port <port>   the One server's port (default: ONE_PORT, else 8443; 0 takes a free one)
  --lang <sv|en>  language of the browser (default: the system's)
  --help          this text

  ONE_BROWSER     path of a Chrome, Chromium or Edge to use
  ONE_EXTENSION   folder of a built extension, to use instead of building it
`;

export class UsageError extends Error {
  name = 'UsageError';
}

/** `argv` without node and script. Throws UsageError. */
export function readOptions(argv, environment) {
  let values;
  try {
    ({ values } = parseArgs({
      args: argv,
      options: {
        once: { type: 'boolean', default: false },
        headless: { type: 'boolean', default: false },
        port: { type: 'string' },
        lang: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    throw new UsageError(error.message);
  }
  const port = values.port ?? (environment.ONE_PORT || '8443');
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new UsageError(`not a port: ${port}`);
  const system = /^sv/i.test(environment.LC_ALL || environment.LANGUAGE || environment.LANG || '') ? 'sv' : 'en';
  const lang = values.lang ?? system;
  if (lang !== 'sv' && lang !== 'en') throw new UsageError(`not a language: ${lang} (sv or en)`);
  return { once: values.once, headless: values.headless, help: values.help, port: Number(port), lang };
}

/** A window can be shown: always but on a Linux without X11 and Wayland. */
export const hasDisplay = (platform, environment) => platform !== 'linux' || Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY);

/** The tour is played instead of a window being shown: where none can be, and by --once, which ends after it. */
export const playsTour = ({ headless, once }, platform, environment) => headless || once || !hasDisplay(platform, environment);

/** Whether this Node can run One: what package.json's `engines` says, which is what its packages need. */
export function isNodeNewEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major >= 24 || (major === 22 && minor >= 13) || (major === 20 && minor >= 19);
}
