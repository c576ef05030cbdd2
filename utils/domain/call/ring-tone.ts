import { isLive, type CallState } from './call-state';

/** The ring, or the discreet tone that somebody in a call hears. */
export type RingTone = 'ring' | 'waiting';

/** What is heard of the calls that ring; null where none does, or each was silenced. */
export function ringToneOf(calls: readonly { readonly state: CallState; readonly silenced: boolean }[]): RingTone | null {
  if (!calls.some(({ state, silenced }) => state === 'ringing' && !silenced)) return null;
  return calls.some(({ state }) => isLive(state) && state !== 'ringing') ? 'waiting' : 'ring';
}
