import { createHash, randomBytes } from 'node:crypto';
import { chownSync, writeFileSync } from 'node:fs';
import { isIP, connect } from 'node:net';
import { lookup } from 'node:dns/promises';
import { join } from 'node:path';
import type { Logger } from '@/utils/contract/logger';
import { EdgeStartError, type TrunkConfig } from '../ports';
import { createDaemon, type Daemon } from '../process/daemon';
import { freeTcpPort, freeUdpPort } from '../process/free-port';
import { runUser } from '../process/run-user';
import { renderConfig, type EdgePorts } from './config-file';
import { logKamailioLine } from './log-line';

/** A start takes 60 to 170 ms; a machine under load several seconds. */
const START_MS = 15_000;

export interface KamailioProcessOptions {
  readonly binary: string;
  readonly runDir: string;
  readonly log: Logger;
  readonly domain: string;
  readonly memoryMb: number;
  readonly workers: number;
  readonly debug: boolean;
  readonly sip: { readonly host: string; readonly port: number | null; readonly advertise: string | null };
  readonly trunk: TrunkConfig | null;
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

async function choosePorts(options: KamailioProcessOptions): Promise<EdgePorts> {
  const [webSocket, evapi] = [await freeTcpPort('127.0.0.1'), await freeTcpPort('127.0.0.1')];
  const sip = options.sip.port ?? (await (options.trunk?.transport === 'tcp' ? freeTcpPort : freeUdpPort)(options.sip.host));
  return { webSocket, evapi, sip };
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
  const file = join(runDir, 'kamailio.cfg');
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
      sipAddress: options.sip.host,
      advertise: options.sip.advertise,
      trunk,
      mediaControl: options.mediaControl,
    });
    const args = ['-f', file, '-DD', '-E', '-Y', runDir, '-w', runDir, '-P', join(runDir, 'kamailio.pid'), '-m', String(options.memoryMb), '-M', '8'];
    const hash = createHash('sha256').update(JSON.stringify([options.binary, config, args])).digest('hex');
    return { config, launch: { args, hash, settings: { ...ports, key } } };
  };

  const left = daemon.left();
  if (left) {
    const { webSocket, evapi, sip, key } = left.settings;
    if (typeof webSocket === 'number' && typeof evapi === 'number' && typeof sip === 'number' && typeof key === 'string') {
      const ports = { webSocket, evapi, sip };
      const { launch } = prepare(ports, key);
      if (launch.hash === left.hash) {
        daemon.adopt(left, launch);
        return { ports, key, fresh: false, daemon };
      }
    }
    log.info('configuration changed, the running edge is replaced');
    await daemon.endLeft(left);
  }

  for (let attempt = 1; ; attempt += 1) {
    const ports = await choosePorts(options);
    const key = randomBytes(24).toString('hex');
    const { config, launch } = prepare(ports, key);
    writeFileSync(file, config, { mode: 0o600 });
    if (user) chownSync(file, user.uid, user.gid);
    daemon.launch(launch);
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
    if (!taken || attempt === 3 || options.sip.port !== null) {
      throw new EdgeStartError(`Kamailio did not start. Its last words:\n${lines.join('\n')}`);
    }
  }
}
