import { readFileSync } from 'node:fs';
import type { Logger } from '@/utils/contract/logger';
import { ConfigError, readConfig, type ServerConfig } from './config';
import { isLoopback } from './http/origin';
import { createLogger } from './logging/pino-logger';
import { textWithoutSecrets } from './logging/without-secrets';
import { openStorage } from './open-storage';
import type { Carrier } from './telephony-host';
import { stopOnSignals } from './stop-on-signals';
import { nodeClock } from './telephony/services/node-clock';

/** The person who starts the server can do something about these: their message is enough. */
const PLAIN_ERRORS = ['DataDirectoryInUse', 'DatabaseStartError', 'EdgeStartError', 'PortError'];

/** The edge that this machine has, and the service numbers' phones, whose media code is read only when they start. */
async function createCarrier({ edgeMemoryMb, ...config }: ServerConfig, log: Logger): Promise<Carrier> {
  const { createEdge } = await import('./telephony/choose-edge');
  const { edge, relay, phones } = await createEdge({ ...config, ...(edgeMemoryMb !== null && { edgeMemoryMb }) }, log);
  return {
    edge,
    relay,
    phones,
    // Browsers reach a trunk through the relay only: no relay, no trunk.
    trunk: config.trunk !== null && relay !== null,
    startServices: async (options) => (await import('./telephony/services/services')).startServices(options),
  };
}

async function main(): Promise<void> {
  const config = readConfig(process.env, (path) => readFileSync(path, 'utf8'));
  const log = createLogger(config.logLevel);
  if (config.tls === null && config.host !== 'localhost' && !isLoopback(config.host))
    log.warn('passwords and calls are not encrypted on the way here: set ONE_TLS_CERT and ONE_TLS_KEY, or put a TLS proxy in front', { host: config.host });
  // It takes about as long as reading the rest of the code, which goes on meanwhile.
  const storage = openStorage(config, log);
  storage.catch(() => undefined);
  const demo = config.demo ? (await import('./demo/demo')).createDemo(log, nodeClock) : null;
  const { startServer } = await import('./start');
  const starting = startServer({ config, log, storage, clock: nodeClock, createCarrier, createPages: demo?.createPages });
  const close = async () => {
    const server = await starting.catch(() => null);
    await demo?.close();
    await server?.close();
  };
  // From now on, so that a signal during the start leaves no edge behind either.
  stopOnSignals(close, log, nodeClock.now);
  const server = await starting;
  await demo?.startRobots(server.host);
}

main().catch((error: unknown) => {
  const known = error instanceof Error && (error instanceof ConfigError || PLAIN_ERRORS.includes(error.name));
  const text = !(error instanceof Error) ? String(error) : known ? error.message : (error.stack ?? error.message);
  process.stderr.write(`${textWithoutSecrets(text)}\n`);
  process.exit(error instanceof ConfigError ? 2 : 1);
});
