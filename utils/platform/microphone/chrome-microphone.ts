import type { Clock } from '@/utils/contract/clock';
import { MicrophoneError, type MicrophonePort } from '@/utils/phone/ports';
import { microphonePermission, openMicrophone } from './open-microphone';
import { watchMicrophone } from './watch-microphone';

export interface ChromeMicrophoneOptions {
  readonly devices: Pick<MediaDevices, 'getUserMedia' | 'enumerateDevices' | 'addEventListener'>;
  readonly permissions: Pick<Permissions, 'query'>;
  readonly clock: Pick<Clock, 'after'>;
}

/** How long the device stays open after the last call: the next one starts at once, and the light goes out soon. */
export const KEEP_OPEN_MS = 5000;

type Listener = Parameters<MicrophonePort['subscribe']>[0];

/** The phone host opens the microphone itself; the grant was given once on a page of ours (the host cannot ask). */
export function createChromeMicrophone({ devices, permissions, clock }: ChromeMicrophoneOptions): MicrophonePort {
  const listeners = new Set<Listener>();
  let opening: Promise<MediaStream> | null = null;
  let cancelClose: (() => void) | null = null;
  let wanted = false;

  const open = async () => {
    if ((await microphonePermission(permissions)) === 'denied') throw new MicrophoneError('refused');
    const stream = await openMicrophone(devices);
    for (const track of stream.getAudioTracks()) track.addEventListener('ended', () => unplugged(stream), { once: true });
    return stream;
  };
  /** A headset pulled out in a call: whatever is the default now takes over. */
  const unplugged = (dead: MediaStream) => {
    opening = null;
    stop(dead);
    if (!wanted) return;
    tell({ kind: 'lost' });
    opening = open();
    opening.then(
      (stream) => tell({ kind: 'back', stream }),
      () => {
        opening = null;
      },
    );
  };
  const tell = (event: Parameters<Listener>[0]) => {
    for (const listener of [...listeners]) listener(event);
  };
  const close = () => {
    const last = opening;
    opening = null;
    last?.then(stop, () => undefined);
  };
  return {
    async acquire() {
      cancelClose?.();
      cancelClose = null;
      wanted = true;
      opening ??= open();
      try {
        return await opening;
      } catch (error) {
        opening = null;
        throw error;
      }
    },
    release() {
      wanted = false;
      cancelClose?.();
      cancelClose = clock.after(KEEP_OPEN_MS, close);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async state() {
      const permission = await microphonePermission(permissions);
      if (permission !== 'granted') return permission;
      const found = await devices.enumerateDevices();
      return found.some((device) => device.kind === 'audioinput') ? 'granted' : 'missing';
    },
    watchState: (listener) => watchMicrophone({ permissions, devices }, listener),
  };
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
