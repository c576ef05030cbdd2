import { sql } from 'drizzle-orm';
import type { Hono } from 'hono';
import type { DeviceCredential } from '@/utils/contract/account-api';
import type { Clock } from '@/utils/contract/clock';
import type { Logger } from '@/utils/contract/logger';
import { createCutOff } from './accounts/cut-off';
import { createDeskPhones } from './accounts/desk-phones';
import { internalDevice, type InternalDevice } from './accounts/devices';
import { createDirectory, type Directory } from './accounts/directory';
import { cacheDirectory } from './accounts/directory-cache';
import { createIceServers } from './accounts/ice-servers';
import { preparePasswordChecks } from './accounts/password';
import { createSessions } from './accounts/sessions';
import { createSignInLimits } from './accounts/sign-in-limits';
import { createApp } from './app';
import { createCallQualities } from './call-records/call-quality';
import { createCallRecords } from './call-records/call-records';
import { feedHead } from './change-feed/change-feed';
import { createEventSockets } from './change-feed/event-sockets';
import { createFeedPush } from './change-feed/feed-push';
import { SIP_PATH, type ServerConfig } from './config';
import type { Database, OpenDatabase } from './database/database';
import { seedDemoCompany } from './demo/company';
import { openPublicPort } from './http/public-port';
import { refuseUpgrade } from './http/refuse-upgrade';
import { pipeToEdge } from './http/sip-pipe';
import { handleUpgrades } from './http/upgrades';
import { openStorage } from './open-storage';
import { createTeardown, type Teardown } from './teardown';
import { startTelephony, type Carrier, type TelephonyHost } from './telephony-host';

export interface StartOptions {
  readonly config: ServerConfig;
  readonly log: Logger;
  readonly clock: Clock;
  /** Makes the edge; without it the server has no telephony. */
  readonly createCarrier?: ((config: ServerConfig, log: Logger) => Promise<Carrier>) | undefined;
  /** Pages beside the API, by what the running server offers. */
  readonly createPages?: ((host: ServerHost) => Hono) | undefined;
  /** Closed again by the server; the caller may have begun to open it long before. */
  readonly storage?: Promise<OpenDatabase> | undefined;
  /** Instead of `storage`: already open; tests share one. The caller closes it. */
  readonly database?: OpenDatabase | undefined;
}

/** What the demo's pages and robots may use of a running server. */
export interface ServerHost {
  readonly db: Database;
  readonly directory: Directory;
  readonly sipDomain: string;
  /** Loopback WebSocket port of the edge, or null without telephony. */
  edgePort(): number | null;
  /** The device found or made by its name, with a new password. */
  internalDevice(device: InternalDevice): Promise<DeviceCredential>;
}

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  readonly host: ServerHost;
  close(): Promise<void>;
}

/** An answer to a request may take so long once the server stops. */
const STOP_GRACE_MS = 3_000;
const HOUR = 3_600_000;

/** Starts the One server; what was opened is closed again when a step fails. */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const teardown = createTeardown(options.log);
  try {
    return await start(options, teardown);
  } catch (error) {
    await teardown.run();
    throw error;
  }
}

async function start(options: StartOptions, teardown: Teardown): Promise<RunningServer> {
  const { config, log, clock } = options;
  const { db, kind, notifications } = await databaseOf(options, teardown);
  if (config.demo && (await seedDemoCompany(db))) log.info('demo company made');

  const directory = await cacheDirectory(createDirectory(db), notifications, clock.now);
  teardown.add('directory', () => directory.close());
  const sessions = createSessions(db, config.sipDomain, clock.now);
  const limits = createSignInLimits(db, clock.now);
  let telephony: TelephonyHost | null = null;
  const edge = () => telephony?.edge ?? null;

  const feed = await createFeedPush(db, notifications, log);
  teardown.add('change feed', () => feed.close());
  const sockets = createEventSockets({ sessions, feed, head: (userId) => feedHead(db, userId), clock, log });
  const cutOffDevice = async (username: string) => edge()?.cutOff(username);
  const cutOff = await createCutOff({ sessions, sockets, directory, cutOffDevice, notifications, clock, log });
  teardown.add('cut-off', () => cutOff.close());
  teardown.add('housekeeping', clock.every(HOUR, () => void limits.forgetOld().catch((error: unknown) => log.warn('old sign-in tries stay', { error }))));

  const host: ServerHost = {
    db,
    directory,
    sipDomain: config.sipDomain,
    edgePort: () => edge()?.webSocketPort ?? null,
    internalDevice: (device) => internalDevice(db, device, config.sipDomain, clock.now()),
  };
  const registeredDevices = async () => (await edge()?.registeredDevices()) ?? [];
  const origins = { allowed: config.allowedOrigins, secure: config.tls !== null };
  const { trustedProxies } = config;
  const app = createApp({
    ...{ db, limits, sessions, iceServers: createIceServers(config, clock.now), sipUrls: config.sipUrls, trustedProxies, origins, log, now: clock.now, cutOff: cutOff.now },
    deskPhones: createDeskPhones(db, config.sipDomain, clock.now),
    callQualities: createCallQualities(db, clock.now),
    ordering: () => telephony,
    phoneServer: () => telephony?.phones ?? null,
    registeredDevices: () => registeredDevices().catch(() => []),
    health: {
      database: async () => void (await db.execute(sql`select 1`)),
      edge: options.createCarrier ? () => edge()?.registeredDevices() ?? Promise.reject(new Error('not started')) : null,
    },
    staticRoutes: options.createPages?.(host),
  });
  const onUpgrade = handleUpgrades({
    paths: {
      '/api/events': sockets.handleUpgrade,
      [SIP_PATH](request, socket, head, onClose) {
        const edgePort = host.edgePort();
        if (edgePort !== null) return pipeToEdge(request, socket, head, edgePort, log, onClose);
        onClose();
        refuseUpgrade(socket, 503);
      },
    },
    ...{ origins, trustedProxies, perAddress: config.maxConnectionsPerAddress, log },
  });
  const publicPort = await openPublicPort({ host: config.host, port: config.port, tls: config.tls, app, onUpgrade });
  teardown.add('public port', () => publicPort.close(STOP_GRACE_MS));

  if (options.createCarrier) {
    const callRecords = createCallRecords(db);
    telephony = await startTelephony(await options.createCarrier(config, log), { db, directory, callRecords, config, clock, log });
    teardown.add('telephony', telephony.close);
  }
  teardown.add('events', () => sockets.close());
  teardown.add('accepting', () => publicPort.stopAccepting());
  void preparePasswordChecks();
  const url = `${config.tls ? 'https' : 'http'}://${urlHost(config.host)}:${publicPort.port}`;
  log.info('One server runs', { url, database: kind, telephony: edge()?.kind ?? 'none' });
  return { url, port: publicPort.port, host, close: () => teardown.run() };
}

async function databaseOf({ config, log, database, storage }: StartOptions, teardown: Teardown): Promise<OpenDatabase> {
  if (database) return database;
  const opened = await (storage ?? openStorage(config, log));
  teardown.add('database', () => opened.close());
  return opened;
}

/** For a URL: an address to connect to, IPv6 in brackets. */
function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
