import type { PhoneState } from '@/utils/contract/phone-state';
import { isAnswered } from '@/utils/domain/call/call-state';

/** The one word the header shows. */
export type PhoneStatus =
  | 'loading'
  | 'signed-out'
  | 'connecting'
  | 'registered'
  | 'offline'
  | 'rejected'
  | 'ringing'
  | 'calling'
  | 'in-call';

/** Ringing and calls say more to the user than the connection under them, so they go first. */
export function phoneStatus(state: PhoneState): PhoneStatus {
  if (!state.ready) return 'loading';
  if (state.calls.some((call) => call.state === 'ringing')) return 'ringing';
  if (state.calls.some((call) => isAnswered(call.state) || call.state === 'answering')) return 'in-call';
  if (state.calls.some((call) => call.state !== 'ended')) return 'calling';
  return state.account === null ? 'signed-out' : state.registration.status;
}
