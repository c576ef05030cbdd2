import { MicrophoneError, type MicrophonePort } from '@/utils/phone/ports';
import type { MicrophoneState } from '@/utils/contract/phone-state';

/** What the call window calls in the background page, reached through `getBackgroundPage()`. */
export interface LendingDesk {
  /** A window is there that can be asked again: the person may have waved its first question away. */
  attach(window: LendingWindow): void;
  lend(stream: MediaStream): void;
  refused(reason: MicrophoneError['reason']): void;
  /** The window goes away, and its tracks with it. */
  closing(): void;
}

/** What a window that lends the microphone can do. */
export interface LendingWindow {
  ask(): void;
  /** For sound that is mixed: it runs in a window that has the microphone, and in a background page never. */
  createContext(): AudioContext;
}

export interface FirefoxMicrophoneOptions {
  /** Opens the call window, or brings it to the front. */
  readonly openWindow: () => Promise<void>;
  readonly state: () => Promise<MicrophoneState>;
  readonly watchState: MicrophonePort['watchState'];
}

interface Waiting {
  readonly promise: Promise<MediaStream>;
  resolve(stream: MediaStream): void;
  reject(error: MicrophoneError): void;
}

type Listener = Parameters<MicrophonePort['subscribe']>[0];

/**
 * A background page is never given the microphone in Firefox, so a call window opens it and lends the stream.
 * A closed window kills the track but not the call: the next window's stream takes its place.
 */
export function createFirefoxMicrophone({ openWindow, state, watchState }: FirefoxMicrophoneOptions): MicrophonePort & { desk: LendingDesk; createContext: () => AudioContext | null } {
  const listeners = new Set<Listener>();
  let lent: MediaStream | null = null;
  let needed = false;
  let waiting: Waiting | null = null;
  let window: LendingWindow | null = null;

  const tell = (event: Parameters<Listener>[0]) => {
    for (const listener of [...listeners]) listener(event);
  };
  const refuse = (reason: MicrophoneError['reason']) => {
    waiting?.reject(new MicrophoneError(reason));
    waiting = null;
  };
  return {
    async acquire() {
      needed = true;
      if (lent !== null) return lent;
      if (waiting === null) {
        waiting = startWaiting();
        openWindow().catch(() => refuse('busy'));
        window?.ask();
      }
      const { promise } = waiting;
      return promise;
    },
    release() {
      needed = false;
      refuse('refused');
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state,
    watchState,
    createContext: () => (lent === null ? null : (window?.createContext() ?? null)),
    desk: {
      attach(lending) {
        window = lending;
      },
      lend(stream) {
        lent = stream;
        if (waiting !== null) {
          waiting.resolve(stream);
          waiting = null;
        } else if (needed) tell({ kind: 'back', stream });
      },
      refused: refuse,
      closing() {
        const had = lent !== null;
        lent = null;
        window = null;
        refuse('refused');
        if (had && needed) tell({ kind: 'lost' });
      },
    },
  };
}

function startWaiting(): Waiting {
  let settle: Omit<Waiting, 'promise'> = { resolve: () => undefined, reject: () => undefined };
  const promise = new Promise<MediaStream>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { promise, ...settle };
}
