import { STATE_PORT, type PortLike } from './state-port';

const KEY = Symbol.for('one.early-port');

interface EarlyPort {
  readonly port: PortLike;
  /** What came before somebody listened; null from then on. */
  heard: unknown[] | null;
  open: boolean;
}
type Scope = Partial<Record<typeof KEY, EarlyPort | null>>;

/** Asks for the phone's state before the page's modules, which follow it, are there. */
export function openEarlyPort(scope: object, connect: (name: string) => PortLike): void {
  const early: EarlyPort = { port: connect(STATE_PORT), heard: [], open: true };
  early.port.onMessage.addListener((message) => void early.heard?.push(message));
  early.port.onDisconnect.addListener(() => {
    early.open = false;
  });
  (scope as Scope)[KEY] = early;
}

/** The port that was opened early, as if just now: who listens hears all that came. Null where there is none that stands. */
export function takeEarlyPort(scope: object): PortLike | null {
  const early = (scope as Scope)[KEY];
  (scope as Scope)[KEY] = null;
  if (!early?.open) return null;
  const { port } = early;
  return {
    name: port.name,
    postMessage: (message) => port.postMessage(message),
    disconnect: () => port.disconnect(),
    onDisconnect: port.onDisconnect,
    onMessage: {
      addListener(listener) {
        const heard = early.heard ?? [];
        early.heard = null;
        for (const message of heard) listener(message);
        port.onMessage.addListener(listener);
      },
    },
  };
}
