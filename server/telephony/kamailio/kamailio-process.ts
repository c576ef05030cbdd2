import { createHash, randomBytes } from 'node:crypto';
import { isIP, connect } from 'node:net';
import { lookup } from 'node:dns/promises';
import type { Logger } from '@/utils/contract/logger';
import { EdgeStartError, type TrunkConfig } from '../ports';
import { createDaemon, type Daemon } from '../process/daemon';
import type { DaemonState } from '../process/daemon-state';
import { freeTcpPort, freeUdpPort, MEDIA_PORTS } from '../process/free-port';
import { runUser } from '../process/run-user';
import { renderConfig, type EdgePorts } from './config-file';
import { logKamailioLine } from './log-line';

/** A start takes 60 to 170 ms; a machine under load several seconds. */
const START_MS = 15_000;

/** Debian's default checks itself at every step: 13 % of the CPU time of a busy Kamailio, against 5 % with this one. */
const ALLOCATOR = ['-x', 'fm', '-X', 'fm'];

export interface KamailioProcessOptions {
  readonly binary: string;
  readonly runDir: string;
  readonly log: Logger;
  readonly domain: string;
  readonly memoryMb: number;
  readonly workers: number;
  readonly debug: boolean;
  readonly longestCallSeconds: number;
  readonly sip: { readonly host: string; readonly port: number | null; readonly advertise: string | null };
  readonly trunk: TrunkConfig | null;
  /** Where desk phones reach us at `sip.host`; null: nowhere. */
  readonly phonePort: number | null;
  readonly mediaControl: string | null;
  readonly onDied: () => void;
  readonly onRestarted: () => void;
}

export interface RunningKamailio {
  readonly ports: EdgePorts;
  readonly key: string;
  /** False: it was left running by an earlier process. */
  readonly fresh: boolean;
  readonly daemon: Daemon;
}

const accepts = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

/** Those of the last time where they are free: phones in a call, and the trunk, know them. */
async function choosePorts(options: KamailioProcessOptions, last: EdgePorts | null): Promise<EdgePorts> {
  const { host, port } = options.sip;
  const free = options.trunk?.transport === 'tcp' ? freeTcpPort : freeUdpPort;
  // Kamailio itself would share a UDP port that another program has, and lose half of what comes.
  if (port !== null && options.trunk && (await free(host, port)) !== port) {
    throw new EdgeStartError(`The edge's port for the trunk, ${port} at ${host}, is in use or one for media (${MEDIA_PORTS.first} to ${MEDIA_PORTS.last}). Stop what uses it or choose another.`);
  }
  const { phonePort } = options;
  if (phonePort !== null && ((await freeUdpPort(host, phonePort)) !== phonePort || (await freeTcpPort(host, phonePort)) !== phonePort)) {
    throw new EdgeStartError(`The edge's port for desk phones, ${phonePort} at ${host}, is in use or one for media (${MEDIA_PORTS.first} to ${MEDIA_PORTS.last}). Stop what uses it or choose another.`);
  }
  return {
    webSocket: await freeTcpPort('127.0.0.1', last?.webSocket),
    evapi: await freeTcpPort('127.0.0.1', last?.evapi),
    sip: port ?? (await free(host, last?.sip)),
  };
}

function settingsOf(state: DaemonState | null): { ports: EdgePorts; key: string } | null {
  const { webSocket, evapi, sip, key } = state?.settings ?? {};
  const whole = typeof webSocket === 'number' && typeof evapi === 'number' && typeof sip === 'number' && typeof key === 'string';
  return whole ? { ports: { webSocket, evapi, sip }, key } : null;
}

async function resolveTrunk(trunk: TrunkConfig | null): Promise<(TrunkConfig & { ip: string }) | null> {
  if (!trunk) return null;
  if (isIP(trunk.host)) return { ...trunk, ip: trunk.host };
  try {
    return { ...trunk, ip: (await lookup(trunk.host, 4)).address };
  } catch (error) {
    throw new EdgeStartError(`The trunk's host ${trunk.host} has no address: ${String(error)}`);
  }
}

/** Starts Kamailio on a configuration of its own, or finds the one an earlier process left, and waits until it listens. */
export async function startKamailio(options: KamailioProcessOptions): Promise<RunningKamailio> {
  const { runDir, log } = options;
  const user = runUser(['kamailio', 'nobody']);
  const trunk = await resolveTrunk(options.trunk);
  const daemon = createDaemon({
    name: 'kamailio',
    binary: options.binary,
    runDir,
    user,
    log,
    onLine: (line) => logKamailioLine(line, log),
    onDied: options.onDied,
    onRestarted: options.onRestarted,
  });

  const prepare = (ports: EdgePorts, key: string) => {
    const config = renderConfig({
      domain: options.domain,
      ports,
      key,
      workers: options.workers,
      debug: options.debug,
      longestCallSeconds: options.longestCallSeconds,
      sipAddress: options.sip.host,
      advertise: options.sip.advertise,
      trunk,
      phonePort: options.phonePort,
      mediaControl: options.mediaControl,
    });
    // It writes no files; a runtime directory must exist all the same.
    const args = ['-f', '-', '-DD', '-E', '-Y', '/', '-m', String(options.memoryMb), '-M', '8', ...ALLOCATOR];
    const hash = createHash('sha256').update(JSON.stringify([options.binary, config, args])).digest('hex');
    return { args, hash, input: config, settings: { ...ports, key } };
  };

  const last = settingsOf(daemon.last());
  const left = daemon.left();
  if (left) {
    const launch = last && prepare(last.ports, last.key);
    if (last && launch?.hash === left.hash) {
      daemon.adopt(left, launch);
      return { ...last, fresh: false, daemon };
    }
    log.info('configuration changed, the running edge is replaced');
    await daemon.endLeft(left);
  }

  for (let attempt = 1; ; attempt += 1) {
    const ports = await choosePorts(options, attempt === 1 ? (last?.ports ?? null) : null);
    const key = randomBytes(24).toString('hex');
    daemon.launch(prepare(ports, key));
    const until = Date.now() + START_MS;
    // `kamailio -c` passes configurations that fail at start, so this is the check: it lives and listens.
    while (daemon.alive() && Date.now() < until) {
      if (await accepts(ports.webSocket)) {
        daemon.keepRunning();
        return { ports, key, fresh: true, daemon };
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const lines = daemon.lastLines();
    await daemon.close('stop');
    // Between choosing a port and binding it somebody else may have taken it.
    const taken = lines.some((line) => /Address already in use/i.test(line));
    if (!taken || attempt === 3 || options.sip.port !== null || options.phonePort !== null) {
      throw new EdgeStartError(`Kamailio did not start. Its last words:\n${lines.join('\n')}`);
    }
  }
}
