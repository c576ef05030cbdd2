import type { CallState } from './call-state';

const RANK: Readonly<Record<CallState, number>> = Object.freeze({
  ringing: 0,
  dialling: 1,
  alerting: 1,
  answering: 1,
  active: 1,
  transferring: 2,
  held: 2,
  ended: 3,
});

/** As surfaces list them: what rings asks for a decision, then the call one is in, then those put aside. Oldest first in each. */
export function inOrderOfAttention<C extends { readonly state: CallState }>(calls: readonly C[]): C[] {
  return [...calls].sort((one, other) => RANK[one.state] - RANK[other.state]);
}
