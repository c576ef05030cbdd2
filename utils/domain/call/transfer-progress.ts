import { endReasonOf } from './end-reason-of';
import type { EndReason } from './end-reason';

/** Why a transferred call came back. */
export type TransferFailure =
  | Extract<EndReason, 'busy' | 'no-answer' | 'not-found' | 'unreachable' | 'forbidden' | 'remote-declined' | 'media-failed' | 'server-error' | 'connection-lost'>
  | 'refused' // the other side does not let itself be transferred
  | 'no-report' // it took the order and never said how it went
  | 'taken-back'; // by this user

export type TransferState = 'asked' | 'trying' | 'ringing' | 'done' | 'failed';

export interface TransferProgress {
  readonly state: TransferState;
  readonly reason: TransferFailure | null;
}

export type TransferEvent =
  /** 2xx to the REFER. */
  | { readonly kind: 'accepted' }
  /** Its final failure; null: no answer at all. */
  | { readonly kind: 'refused'; readonly status: number | null }
  /** The status line of a NOTIFY (RFC 3515 section 2.4.4). */
  | { readonly kind: 'notified'; readonly status: number }
  /** The other side hung up. */
  | { readonly kind: 'hung-up' }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'taken-back' };

export const TRANSFER_ASKED: TransferProgress = Object.freeze({ state: 'asked', reason: null });

/**
 * A transfer as who ordered it sees it.
 *
 *   asked ──accepted, 100──▶ trying ──18x──▶ ringing
 *     │                        │                │
 *     │ refused                ├───2xx, BYE─────┼──▶ done
 *     └────────────────────────┴─3xx-6xx, time──┴──▶ failed
 *
 * NOTIFYs come twice and out of order: ringing does not go back to trying, and what is done or failed stays so. One may also
 * overtake the 2xx. A BYE of a side that has taken the order means that it is where it was sent (RFC 5589 section 6.1).
 */
export function nextTransfer(progress: TransferProgress, event: TransferEvent): TransferProgress {
  if (isTransferOver(progress)) return progress;
  const to = (state: TransferState, reason: TransferFailure | null = null) => (state === progress.state ? progress : { state, reason });
  switch (event.kind) {
    case 'accepted':
      return progress.state === 'asked' ? to('trying') : progress;
    case 'refused':
      return to('failed', event.status === null || event.status === 408 ? 'no-report' : event.status === 481 ? 'connection-lost' : 'refused');
    case 'notified':
      if (event.status >= 300) return to('failed', failureOf(event.status, progress.state));
      if (event.status >= 200) return to('done');
      return event.status > 100 || progress.state === 'ringing' ? to('ringing') : to('trying');
    case 'hung-up':
      return progress.state === 'asked' ? progress : to('done');
    case 'timeout':
      return to('failed', 'no-report');
    case 'taken-back':
      return to('failed', 'taken-back');
  }
}

export function isTransferOver({ state }: TransferProgress): boolean {
  return state === 'done' || state === 'failed';
}

/** As for a call of one's own that was not answered. 481: the call to be replaced cannot be, as one that left the company by a trunk. */
function failureOf(status: number, before: TransferState): TransferFailure {
  if (status === 481) return 'refused';
  const state = before === 'ringing' ? 'alerting' : 'dialling';
  const reason = endReasonOf({ direction: 'outgoing', state, by: 'remote', status, reasons: [] });
  return FAILURES.includes(reason as TransferFailure) ? (reason as TransferFailure) : 'server-error';
}

const FAILURES: readonly TransferFailure[] = ['busy', 'no-answer', 'not-found', 'unreachable', 'forbidden', 'remote-declined', 'media-failed', 'connection-lost'];

const STATUS_LINE = /^\s*SIP\/2\.0 (\d{3})\b/;

/** Status of a `message/sipfrag` (RFC 3420); null when it has none that can be read. */
export function sipfragStatus(body: string): number | null {
  const status = Number(STATUS_LINE.exec(body)?.[1] ?? Number.NaN);
  return status >= 100 && status <= 699 ? status : null;
}
