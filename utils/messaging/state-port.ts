import type { PhoneState } from '@/utils/contract/phone-state';
import type { StatePatch } from '@/utils/contract/state-patch';
import type { Sender } from './messenger';

/** A `runtime.Port`, as far as it is used here. */
export interface PortLike {
  readonly name: string;
  readonly sender?: Sender | undefined;
  postMessage(message: unknown): void;
  disconnect(): void;
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
}

export interface PortServer {
  addListener(listener: (port: PortLike) => void): void;
  removeListener(listener: (port: PortLike) => void): void;
}

export const STATE_PORT = 'phone-state';

export interface WholeState {
  readonly kind: 'whole';
  readonly revision: number;
  readonly state: PhoneState;
}

/** Host to surface. A patch leads from `revision - 1` to `revision`; a surface that missed one connects again. */
export type StateMessage =
  | WholeState
  | { readonly kind: 'patch'; readonly revision: number; readonly patch: StatePatch };
