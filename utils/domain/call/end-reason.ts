/**
 * Why a call ended, as one word each surface has a sentence for.
 * SIP codes are RFC 3261 section 21 unless another source is named in `end-reason-of.ts`.
 */
export const END_REASONS = Object.freeze([
  'hung-up', // this user hung up an answered call
  'remote-hung-up', // the other side hung up an answered call
  'transferred', // this user handed an answered call on
  'cancelled', // this user hung up before an answer
  'caller-cancelled', // the caller hung up before an answer: a missed call
  'declined', // this user declined
  'remote-declined', // 603
  'busy', // 486, 600
  'no-answer', // 408, 480 after ringing, 487 by the edge's timer
  'not-found', // 404, 604, 484
  'unreachable', // 480 without ringing: no device registered
  'forbidden', // 403
  'forwarded', // 3xx to somebody outside the company: the user is asked first
  'answered-elsewhere', // RFC 3326 Reason: SIP;cause=200
  'answered-in-mobile', // the same, by a number rung together with this phone
  'declined-elsewhere', // RFC 3326 Reason: SIP;cause=603
  'microphone-refused',
  'microphone-missing',
  'microphone-busy',
  'media-failed', // ICE or DTLS did not come up, or was lost for good
  'not-connected', // no registration when dialling
  'connection-lost', // the network or the edge lost the call
  'host-crashed', // the program that had the call crashed or was restarted
  'server-error', // 5xx and everything else
] as const);

export type EndReason = (typeof END_REASONS)[number];
export type CallDirection = 'incoming' | 'outgoing';

/** Broken off, which neither side wanted. */
export function isLost({ answeredAt, endReason }: { readonly answeredAt: number | null; readonly endReason: EndReason | null }): boolean {
  return endReason === 'host-crashed' || (answeredAt !== null && (endReason === 'connection-lost' || endReason === 'media-failed'));
}

/** Missed: it rang here and nobody, here or elsewhere, took it. */
export function isMissed(direction: CallDirection, answered: boolean, reason: EndReason): boolean {
  return direction === 'incoming' && !answered && (reason === 'caller-cancelled' || reason === 'no-answer' || reason === 'host-crashed');
}
