import { signal, type ReadonlySignal } from '@preact/signals';
import { EMPTY_PHONE_STATE, type PhoneState } from '@/utils/contract/phone-state';
import { applyPatch } from '@/utils/contract/state-patch';
import type { PortLike, StateMessage } from './state-port';

export interface ConnectOptions {
  readonly connect: () => PortLike;
  readonly ensureHost: () => Promise<unknown>;
  readonly wait: (ms: number) => Promise<void>;
  /** What is known already. */
  readonly first?: PhoneState;
}

export interface StateConnection {
  /** The last state known; stays on screen while the host is away. */
  readonly state: ReadonlySignal<PhoneState>;
  /** False until the first whole state, and while the host is away. */
  readonly connected: ReadonlySignal<boolean>;
  dispose(): void;
}

/** Follows the phone's state for as long as the surface lives, over restarts of host and worker. */
export function followState({ connect, ensureHost, wait, first }: ConnectOptions): StateConnection {
  const state = signal<PhoneState>(first ?? EMPTY_PHONE_STATE);
  const connected = signal(first !== undefined);
  let port: PortLike | null = null;
  let pause = 0;
  let over = false;

  const open = () => {
    const mine = connect();
    let revision: number | null = null;
    port = mine;
    const again = () => {
      if (port !== mine) return;
      port = null;
      connected.value = false;
      void reopen();
    };
    mine.onDisconnect.addListener(again);
    mine.onMessage.addListener((raw) => {
      // Ours alone listen on the other end, and it is the same build: the shape is known.
      const message = raw as StateMessage;
      if (message.kind === 'whole') state.value = message.state;
      else if (revision === message.revision - 1) state.value = applyPatch(state.value, message.patch);
      else {
        mine.disconnect();
        again();
        return;
      }
      revision = message.revision;
      connected.value = true;
      pause = 0;
    });
  };
  const reopen = async () => {
    await wait(pause);
    pause = Math.min(pause === 0 ? 50 : pause * 2, 1000);
    if (over) return;
    await ensureHost().catch(() => undefined);
    // The surface may have been closed while the host was being started.
    if (!stopped()) open();
  };
  const stopped = () => over;

  open();
  return {
    state,
    connected,
    dispose() {
      over = true;
      const last = port;
      port = null;
      last?.disconnect();
    },
  };
}
