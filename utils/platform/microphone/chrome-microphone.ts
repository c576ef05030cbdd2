import { DEFAULT_MICROPHONE } from '@/utils/contract/audio';
import type { Clock } from '@/utils/contract/clock';
import { MicrophoneError, type MicrophonePort } from '@/utils/phone/ports';
import { microphonePermission, openMicrophone, sameSettings, type OpenedMicrophone } from './open-microphone';
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
  let settings = DEFAULT_MICROPHONE;
  let opening: Promise<OpenedMicrophone> | null = null;
  let cancelClose: (() => void) | null = null;
  let wanted = false;
  let turn: Promise<void> = Promise.resolve();

  const open = async () => {
    if ((await microphonePermission(permissions)) === 'denied') throw new MicrophoneError('refused');
    const opened = await openMicrophone(devices, settings);
    for (const track of opened.stream.getAudioTracks()) track.addEventListener('ended', () => unplugged(opened), { once: true });
    return opened;
  };
  /** A headset pulled out in a call: whatever is the default now takes over. */
  const unplugged = (dead: OpenedMicrophone) => {
    stop(dead);
    opening = null;
    if (!wanted) return;
    tell({ kind: 'lost' });
    const next = open();
    opening = next;
    next.then(
      ({ stream }) => tell({ kind: 'back', stream }),
      () => {
        if (opening === next) opening = null;
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
  /** The next one is open before the one in use goes. */
  const takeOver = async () => {
    const current = opening;
    // Who is opening it or failed to will hear of that.
    const before = await current?.catch(() => null);
    if (!before || opening !== current || sameSettings(before.settings, settings)) return;
    if (!wanted) return close();
    const next = await open();
    if (opening !== current) return stop(next);
    opening = Promise.resolve(next);
    tell({ kind: 'back', stream: next.stream });
    stop(before);
  };
  return {
    async acquire() {
      cancelClose?.();
      cancelClose = null;
      wanted = true;
      for (;;) {
        const current = (opening ??= open());
        try {
          const { stream } = await current;
          // Another one may have taken over in this moment.
          if (opening === current || opening === null) return stream;
        } catch (error) {
          if (opening === current) opening = null;
          throw error;
        }
      }
    },
    release() {
      wanted = false;
      cancelClose?.();
      cancelClose = clock.after(KEEP_OPEN_MS, close);
    },
    use(next) {
      settings = next;
      const mine = turn.then(takeOver);
      turn = mine.catch(() => undefined);
      return mine;
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

function stop({ stream }: OpenedMicrophone): void {
  for (const track of stream.getTracks()) track.stop();
}
