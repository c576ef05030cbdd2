import type { PhoneState } from '@/utils/contract/phone-state';
import { diffState } from '@/utils/contract/state-patch';
import type { PortLike, StateMessage, WholeState } from './state-port';

export interface StateServer {
  /** Whole state now, patches from here on, until the port closes. */
  add(port: PortLike): void;
  update(next: PhoneState): void;
  /** The whole state as it is now. */
  whole(): WholeState;
}

/** One revision counter for all surfaces; a port that cannot be written to is forgotten. */
export function createStateServer(initial: PhoneState): StateServer {
  const ports = new Set<PortLike>();
  let state = initial;
  let revision = 0;

  const post = (port: PortLike, message: StateMessage) => {
    try {
      port.postMessage(message);
    } catch {
      ports.delete(port);
    }
  };
  const whole = (): WholeState => ({ kind: 'whole', revision, state });
  return {
    whole,
    add(port) {
      ports.add(port);
      port.onDisconnect.addListener(() => ports.delete(port));
      post(port, whole());
    },
    update(next) {
      const patch = diffState(state, next);
      state = next;
      if (patch.length === 0) return;
      revision += 1;
      for (const port of [...ports]) post(port, { kind: 'patch', revision, patch });
    },
  };
}
