import { isAnswered, type CallState } from './call-state';
import type { CallDirection, EndReason } from './end-reason';
import type { SipReason } from './reason-header';

export interface CallEnd {
  readonly direction: CallDirection;
  /** The state the call was in when it ended. */
  readonly state: CallState;
  readonly by: 'local' | 'remote';
  /** Final status of the INVITE, null when it was ended by CANCEL or BYE. */
  readonly status: number | null;
  readonly reasons: readonly SipReason[];
}

/** RFC 3261 section 21 unless noted. */
const BY_STATUS: Readonly<Record<number, EndReason>> = Object.freeze({
  403: 'forbidden',
  404: 'not-found',
  408: 'no-answer',
  410: 'not-found',
  415: 'media-failed',
  416: 'not-found',
  481: 'connection-lost',
  484: 'not-found',
  485: 'not-found',
  486: 'busy',
  487: 'no-answer',
  488: 'media-failed',
  600: 'busy',
  603: 'remote-declined',
  604: 'not-found',
  606: 'media-failed',
  607: 'remote-declined', // RFC 8197
  608: 'forbidden', // RFC 8688
});

/** What a trunk says of the telephone network: ITU-T Q.850 table 1, carried by RFC 3326. */
const BY_Q850: Readonly<Record<number, EndReason>> = Object.freeze({
  1: 'not-found',
  2: 'not-found',
  3: 'not-found',
  17: 'busy',
  18: 'no-answer',
  19: 'no-answer',
  20: 'unreachable',
  21: 'remote-declined',
  22: 'not-found',
  27: 'unreachable',
  28: 'not-found',
});

/** RFC 3326 has no code for who answered: the One server's edge says it in words. */
const BY_MOBILE = /\bby mobile\b/i;

/** A CANCEL says why the others stopped ringing: RFC 3326 section 3.1, and 3GPP's Q.850 cause 26 "non-selected user clearing". */
function whyCancelled(reasons: readonly SipReason[]): EndReason {
  for (const { protocol, cause, text } of reasons) {
    if (protocol === 'SIP' && cause === 200) return text !== null && BY_MOBILE.test(text) ? 'answered-in-mobile' : 'answered-elsewhere';
    if (protocol === 'SIP' && (cause === 603 || cause === 600 || cause === 486)) return 'declined-elsewhere';
    if (protocol === 'SIP' && (cause === 408 || cause === 480)) return 'no-answer';
    if (protocol === 'Q.850' && cause === 26) return 'answered-elsewhere';
  }
  return 'caller-cancelled';
}

function whyRejected({ state, status, reasons }: CallEnd): EndReason {
  const isup = reasons.find(({ protocol }) => protocol === 'Q.850')?.cause;
  const vague = status === null || status === 480 || status === 487 || status >= 500;
  const exact = status === null ? undefined : BY_STATUS[status];
  if (vague && isup !== undefined && isup !== null && BY_Q850[isup]) return BY_Q850[isup];
  // To nobody that could be called, or in a circle.
  if (status !== null && status >= 300 && status < 400) return 'unreachable';
  // 480 before anything rang: no device is registered; after: it rang and nobody took it.
  if (status === 480) return state === 'alerting' ? 'no-answer' : 'unreachable';
  return exact ?? 'server-error';
}

/**
 * Why a call ended, from what the signalling said: SIP status, RFC 3326 reasons, and who ended it in which state.
 * Ends that signalling does not know (microphone, media, lost connection) are named by the phone itself.
 */
export function endReasonOf(end: CallEnd): EndReason {
  const { direction, state, by } = end;
  if (by === 'local') {
    if (isAnswered(state)) return 'hung-up';
    return direction === 'outgoing' ? 'cancelled' : 'declined';
  }
  if (isAnswered(state)) return 'remote-hung-up';
  return direction === 'incoming' ? whyCancelled(end.reasons) : whyRejected(end);
}
