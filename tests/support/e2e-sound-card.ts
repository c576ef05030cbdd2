import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProcess } from './e2e-process';
import { waitFor } from './e2e-wait-for';

/** A sound card that plays into nothing: without one Firefox never starts an AudioContext, which mixes a conference. */
export interface SoundCard {
  /** For the environment of who plays. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export async function startSoundCard(): Promise<SoundCard> {
  const dir = mkdtempSync(join(tmpdir(), 'one-sound-'));
  const socket = join(dir, 'socket');
  const modules = ['module-null-sink', `module-native-protocol-unix socket=${socket} auth-anonymous=1`];
  const args = ['-n', '--daemonize=no', '--use-pid-file=no', '--exit-idle-time=-1', ...modules.map((one) => `--load=${one}`)];
  const server = startProcess('pulseaudio', args, { HOME: dir, XDG_RUNTIME_DIR: dir });
  await waitFor('the sound card', () => existsSync(socket));
  return {
    env: { PULSE_SERVER: `unix:${socket}` },
    async close() {
      await server.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
