import { readFileSync } from 'node:fs';
import { ConfigError, readConfig } from './config';
import { isLoopback } from './http/origin';
import { createLogger } from './logging/pino-logger';
import { startServer } from './start';
import { stopOnSignals } from './stop-on-signals';
import { nodeClock } from './telephony/services/node-clock';

/** The person who starts the server can do something about these: their message is enough. */
const PLAIN_ERRORS = ['DataDirectoryInUse', 'DatabaseStartError', 'EdgeStartError', 'PortError'];

async function main(): Promise<void> {
  const config = readConfig(process.env, (path) => readFileSync(path, 'utf8'));
  const log = createLogger(config.logLevel);
  if (config.tls === null && config.host !== 'localhost' && !isLoopback(config.host))
    log.warn('passwords and calls are not encrypted on the way here: set ONE_TLS_CERT and ONE_TLS_KEY, or put a TLS proxy in front', { host: config.host });
  // The demo brings media code along that a real server does not need at its start.
  const demo = config.demo ? (await import('./demo/demo')).createDemo(log, nodeClock) : null;
  const server = await startServer({ config, log, clock: nodeClock, createPages: demo?.createPages });
  const close = async () => {
    await demo?.close();
    await server.close();
  };
  stopOnSignals(close, log);
  await demo?.startRobots(server.host);
}

main().catch((error: unknown) => {
  const known = error instanceof Error && (error instanceof ConfigError || PLAIN_ERRORS.includes(error.name));
  const text = !(error instanceof Error) ? String(error) : known ? error.message : (error.stack ?? error.message);
  process.stderr.write(`${text}\n`);
  process.exit(error instanceof ConfigError ? 2 : 1);
});
