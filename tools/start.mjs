// `npm start`: from a fresh clone to a browser with the extension, signed in beside a demo CRM.
// Plain Node: nothing may be installed yet, so what needs packages is imported after they are.
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { HELP, UsageError, isNodeNewEnough, playsTour, readOptions } from './start/options.mjs';
import { portInUse, takePort } from './start/ports.mjs';
import { installModules, provideBrowser, tellTelephony } from './start/prepare.mjs';
import { Processes } from './start/processes.mjs';
import { Stopped, detail, done, problem, step } from './start/say.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const runDir = join(root, '.run/start');
const processes = new Processes();
let closeBrowser = async () => undefined;
let ending = null;

/** Ends everything that was started, once. */
function end(code) {
  ending ??= (async () => {
    await closeBrowser();
    const left = await processes.stop();
    for (const { pid, command } of left) detail(`ended by force: ${pid} ${command.slice(0, 80)}`);
    process.exit(code);
  })();
  return ending;
}

async function run(options) {
  if (!isNodeNewEnough(process.version)) throw new Stopped(`TeleProffs One needs Node 20.19, 22.13, 24 or newer; this is ${process.version}.`);
  const port = await takePort(options.port);
  if (port === null) throw new Stopped(await portInUse(options.port));
  installModules(root);
  const executable = provideBrowser(root);
  const headless = playsTour(options, process.platform, process.env);
  step('Checking this machine');
  detail(`Node ${process.version}, browser ${executable}`);
  tellTelephony();

  const { buildExtension } = await import('./start/build.mjs');
  const { startServer } = await import('./start/server.mjs');
  const { openSession, tour } = await import('./start/session.mjs');
  const extension = await buildExtension(root, runDir, processes);
  const server = await startServer({ root, runDir, port, processes });
  void server.child.exited.then((code) => {
    if (ending) return;
    problem(`The One server ended with ${code}. Its log: ${join(runDir, 'server.log')}`);
    void end(1);
  });
  const session = await openSession({ executable, extension, headless, lang: options.lang, server, processes });
  closeBrowser = session.close;
  session.browser.once('disconnected', () => {
    if (!ending) detail('The browser was closed. The server goes on.');
  });
  if (headless) await tour({ session, server, root });
  if (options.once) return end(0);
  done(`One runs: the CRM is at ${server.url}/demo. Ctrl-C ends it.`);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (!ending) console.log('\nEnding …');
    void end(signal === 'SIGINT' ? 130 : 143);
  });
}

try {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options.help) console.log(HELP);
  else await run(options);
} catch (error) {
  if (error instanceof UsageError) problem(`${error.message}\n\n${HELP}`);
  else if (!ending) problem(error instanceof Stopped ? error.message : (error.stack ?? String(error)));
  await end(error instanceof UsageError ? 2 : 1);
}
