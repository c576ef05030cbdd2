import type { CallView } from '@/utils/contract/phone-state';
import { isLost, type EndReason } from '@/utils/domain/call/end-reason';

/** The next step that helps after a call ended so. */
export type EndAction = 'call-back' | 'try-again' | 'call-forwarded' | 'fix-microphone' | null;

/** Somebody else has it, or nobody does: nothing to repeat. */
const DONE: readonly EndReason[] = ['transferred', 'answered-elsewhere', 'answered-in-mobile', 'declined-elsewhere'];
/** Ended as one of the two wanted; there may be something to add. */
const WANTED: readonly EndReason[] = ['hung-up', 'remote-hung-up', 'cancelled', 'declined'];

export function endAction(call: Pick<CallView, 'direction' | 'answeredAt' | 'endReason' | 'forwardedTo' | 'remote'>): EndAction {
  const reason = call.endReason;
  if (reason === null || DONE.includes(reason)) return null;
  if (reason === 'microphone-refused') return 'fix-microphone';
  if (call.forwardedTo) return 'call-forwarded';
  if (call.remote.number === '' || reason === 'not-found' || reason === 'forbidden') return null;
  return call.direction === 'incoming' || WANTED.includes(reason) || isLost(call) ? 'call-back' : 'try-again';
}
