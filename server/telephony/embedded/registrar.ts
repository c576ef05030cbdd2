import type { RegistrationEvent } from '../ports';
import type { Connection, Peer } from './connection';
import type { Timers } from './timers';

/** Where a device is now. */
export interface Binding {
  readonly connection: Connection;
  /** Contact URI: what a forwarded request is addressed to. */
  readonly contact: string;
}

/** One contact per device AOR; the newest registration wins. */
export interface Registrar {
  find(username: string): (Binding & { readonly expiresAt: number }) | undefined;
  usernames(): string[];
  /** @param seconds until the binding expires, above 0. */
  bind(username: string, binding: Binding, seconds: number): void;
  unbind(username: string): void;
  /** A lost connection takes its bindings along (RFC 5626 4.4: the flow is the binding). */
  lost(connection: Connection): void;
  /**
   * The connection on which a side of a dialog is reached now: the one it registered on if that is newer than
   * the one it was heard on, so that a call outlives a change of network.
   */
  locate(peer: Peer): Connection | null;
  /** Runs once: `true` as soon as the device is bound, `false` when it is not within `ms`. */
  awaitBinding(username: string, ms: number, run: (bound: boolean) => void): void;
}

export function createRegistrar(timers: Timers, onRegistration: (event: RegistrationEvent) => void): Registrar {
  const bindings = new Map<string, Binding & { readonly expiresAt: number; readonly cancelExpiry: () => void }>();

  const waiting = new Map<string, Set<() => void>>();

  function unbind(username: string): void {
    const binding = bindings.get(username);
    if (!binding) return;
    binding.cancelExpiry();
    bindings.delete(username);
    onRegistration({ kind: 'unregistered', deviceUsername: username });
  }

  return {
    find: (username) => bindings.get(username),
    usernames: () => [...bindings.keys()],
    unbind,
    bind(username, binding, seconds) {
      const known = bindings.get(username);
      known?.cancelExpiry();
      const cancelExpiry = timers.after(seconds * 1000, () => unbind(username));
      bindings.set(username, { ...binding, expiresAt: timers.now() + seconds * 1000, cancelExpiry });
      if (!known) onRegistration({ kind: 'registered', deviceUsername: username });
      const woken = waiting.get(username) ?? [];
      waiting.delete(username);
      for (const wake of woken) wake();
    },
    lost(connection) {
      for (const [username, binding] of bindings) if (binding.connection === connection) unbind(username);
    },
    locate({ username, connection }) {
      const bound = (username !== null && bindings.get(username)?.connection) || null;
      if (bound && (!connection || bound.id > connection.id)) return bound;
      return connection?.open ? connection : bound;
    },
    awaitBinding(username, ms, run) {
      const waiters = waiting.get(username) ?? new Set();
      waiting.set(username, waiters);
      const stop = timers.after(ms, () => {
        waiters.delete(wake);
        if (waiters.size === 0 && waiting.get(username) === waiters) waiting.delete(username);
        run(false);
      });
      const wake = () => {
        stop();
        run(true);
      };
      waiters.add(wake);
    },
  };
}
