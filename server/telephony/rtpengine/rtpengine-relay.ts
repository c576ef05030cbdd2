import { createHash } from 'node:crypto';
import { chmodSync, chownSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from '@/utils/contract/logger';
import { EdgeStartError, type MediaRelay } from '../ports';
import { createDaemon, type Daemon } from '../process/daemon';
import { freeUdpPort, MEDIA_PORTS } from '../process/free-port';
import { runUser, type RunUser } from '../process/run-user';
import { createNgClient } from './ng-client';

const START_MS = 10_000;
/** Made by tools/make-hold-music.ts. */
const HOLD_MUSIC = new URL('./hold-music.wav', import.meta.url);

export interface RtpengineOptions {
  readonly binary: string;
  /** Own directory: state and log, for its user only. */
  readonly runDir: string;
  readonly log: Logger;
  /** Where media comes in: seen by browsers and by the trunk. */
  readonly address: string;
  /** What they are told instead, behind NAT. */
  readonly advertise?: string | null;
  /** UDP ports of media, inclusive; {@link MEDIA_PORTS} unless a test wants its own. */
  readonly ports?: { readonly first: number; readonly last: number };
  readonly threads?: number;
}

const LEVEL = /\b(ERR|ERROR|CRIT|ALERT|EMERG|WARNING)\b/;

/** By its name in the relay's working directory: what lies elsewhere may be out of its user's reach. */
function provideMusic(runDir: string, user: RunUser | null): void {
  const file = join(runDir, 'hold-music.wav');
  copyFileSync(HOLD_MUSIC, file);
  chmodSync(file, 0o644);
  if (!user) return;
  // It may open what it knows the name of, and see nothing else.
  chownSync(runDir, process.getuid?.() ?? 0, user.gid);
  chmodSync(runDir, 0o710);
}

/** rtpengine as an ordinary program: in userspace, without its kernel module, unprivileged, controlled over loopback. */
export function createRtpengineRelay(options: RtpengineOptions): MediaRelay {
  const { log, address, advertise = null, ports = MEDIA_PORTS, threads = 2 } = options;
  let control = { host: '127.0.0.1', port: 0 };
  let daemon: Daemon | null = null;

  const launchOn = (port: number) => {
    const args = [
      '--config-file=none', '--foreground', '--log-stderr', '--log-level=5', '--table=-1', '--dtls-signature=sha-256',
      `--interface=${advertise === null ? address : `${address}!${advertise}`}`,
      `--listen-ng=127.0.0.1:${port}`, `--port-min=${ports.first}`, `--port-max=${ports.last}`,
      // Silence for a minute is a dead call, unless it is on hold.
      `--num-threads=${threads}`, '--timeout=60', '--silent-timeout=3600', '--delete-delay=0',
    ];
    const hash = createHash('sha256').update(JSON.stringify([options.binary, args])).digest('hex');
    return { args, hash, settings: { port } };
  };

  return {
    get controlAddress() {
      return control;
    },

    async start() {
      const user = runUser(['rtpengine', 'nobody']);
      const process = createDaemon({
        name: 'rtpengine',
        binary: options.binary,
        runDir: options.runDir,
        user,
        log,
        onLine: (line) => (LEVEL.test(line) ? log.warn(`rtpengine: ${line.slice(0, 300)}`) : log.debug(`rtpengine: ${line.slice(0, 300)}`)),
        onDied: () => undefined,
        onRestarted: () => undefined,
      });
      daemon = process;
      provideMusic(options.runDir, user);
      const left = process.left();
      if (left) {
        const { port } = left.settings;
        if (typeof port === 'number' && launchOn(port).hash === left.hash) {
          control = { ...control, port };
          process.adopt(left, launchOn(port));
          return;
        }
        await process.endLeft(left);
      }
      // rtpengine itself would start, and fail with the first call.
      await freeUdpPort(address).catch((error: unknown) => {
        throw new EdgeStartError(`Media cannot come in at ${address}: ${String(error)}`);
      });
      control = { ...control, port: await freeUdpPort('127.0.0.1') };
      process.launch(launchOn(control.port));
      await answers(process);
      process.keepRunning();
      log.info('media relay ready', { controlPort: control.port });
    },

    async close(how) {
      await daemon?.close(how);
      daemon = null;
    },
  };

  async function answers(process: Daemon): Promise<void> {
    const client = createNgClient(control);
    const until = Date.now() + START_MS;
    try {
      while (process.alive() && Date.now() < until) {
        const pong = await client.command('ping').catch(() => null);
        if (pong?.result === 'pong') return;
      }
    } finally {
      client.close();
    }
    const lines = process.lastLines();
    await process.close('stop');
    throw new EdgeStartError(`rtpengine did not start. Its last words:\n${lines.join('\n')}`);
  }
}
