import { DEFAULT_MICROPHONE, type MicrophoneFault, type MicrophoneSettings } from '@/utils/contract/audio';
import { MicrophoneError, type MicrophonePort } from '@/utils/phone/ports';
import type { MicrophoneState } from '@/utils/contract/phone-state';

/** A page of ours that can open the microphone. */
export interface Lender {
  /** Opens it; again, when the person has waved the first question away. */
  ask(): void;
  /** Opens the one that is wanted now and lends it, too, before it lets the one before go. Says why it cannot. */
  change(): Promise<MicrophoneFault | null>;
  /** The last call is over. */
  giveBack(): void;
  /** For sound that is mixed: it runs in a page that has the microphone, and in a background page never. */
  createContext(): AudioContext;
  /** The sidebar: it is in sight, so no window need be opened. */
  readonly beside: boolean;
}

/** What call window and sidebar call in the background page, reached through `getBackgroundPage()`. */
export interface LendingDesk {
  /** What is to be opened. */
  wanted(): MicrophoneSettings;
  /** Asked at once when somebody waits for the microphone. */
  attach(lender: Lender): void;
  lend(stream: MediaStream, lender: Lender): void;
  refused(reason: MicrophoneError['reason']): void;
  /** It goes away, and its tracks with it; without a name: the call window. */
  closing(lender?: Lender): void;
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

export interface FirefoxMicrophone extends MicrophonePort {
  readonly desk: LendingDesk;
  /** Of the page that lends; null while none does. */
  readonly createContext: () => AudioContext | null;
  /** The call window may not be closed: it lends, or is being asked to. */
  readonly needsWindow: () => boolean;
}

/**
 * A background page is never given the microphone in Firefox, so a call window or the sidebar opens it and lends the stream.
 * A closed one kills the track but not the call: the next one's stream takes its place.
 */
export function createFirefoxMicrophone({ openWindow, state, watchState }: FirefoxMicrophoneOptions): FirefoxMicrophone {
  const listeners = new Set<Listener>();
  let lenders: readonly Lender[] = [];
  let lent: { readonly stream: MediaStream; readonly by: Lender } | null = null;
  let settings = DEFAULT_MICROPHONE;
  let needed = false;
  let waiting: Waiting | null = null;

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
      if (lent !== null) return lent.stream;
      if (waiting === null) {
        waiting = startWaiting();
        const lender = lenders.at(-1);
        if (lender?.beside !== true) openWindow().catch(() => refuse('busy'));
        lender?.ask();
      }
      const { promise } = waiting;
      return promise;
    },
    release() {
      needed = false;
      // A call window closes after the call; a sidebar stays, and must not keep listening.
      if (lent?.by.beside) {
        lent.by.giveBack();
        lent = null;
      }
      refuse('refused');
    },
    async use(next) {
      settings = next;
      // Nobody lends: the next who does asks what is wanted.
      const fault = await lent?.by.change();
      if (fault) throw new MicrophoneError(fault);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state,
    watchState,
    createContext: () => lent?.by.createContext() ?? null,
    needsWindow: () => (lent === null ? needed : !lent.by.beside),
    desk: {
      wanted: () => settings,
      attach(lender) {
        lenders = [...lenders.filter((one) => one !== lender), lender];
        if (needed && lent === null) lender.ask();
      },
      lend(stream, by) {
        lent = { stream, by };
        if (waiting !== null) {
          waiting.resolve(stream);
          waiting = null;
        } else if (needed) tell({ kind: 'back', stream });
      },
      refused: refuse,
      closing(lender) {
        const goes = (one: Lender) => (lender === undefined ? !one.beside : one === lender);
        lenders = lenders.filter((one) => !goes(one));
        const had = lent !== null && goes(lent.by);
        if (lent !== null && !had) return;
        lent = null;
        refuse('refused');
        if (!had || !needed) return;
        tell({ kind: 'lost' });
        lenders.at(-1)?.ask();
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
