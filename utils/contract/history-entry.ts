import type { CallReason } from './call-reason';
import type { CallDirection, EndReason } from '@/utils/domain/call/end-reason';
import type { QualitySummary } from '@/utils/domain/quality/quality-summary';
import type { AccountView } from './phone-state';

/** A recorded reason; who answered is put as whether it was this browser, or the own mobile. */
export type HistoryReason = Exclude<CallReason, { code: 'answered-by' }> | { readonly code: 'answered-here' | 'answered-elsewhere' | 'answered-in-mobile'; readonly at: string };

/** One call in this browser's history, as it is stored and as the surfaces read it. */
export interface HistoryEntry {
  /** {@link historyId} */
  readonly id: string;
  readonly direction: CallDirection;
  /** E.164, extension or SIP address; '' when withheld. */
  readonly number: string;
  readonly name: string | null;
  /** Epoch ms. */
  readonly startedAt: number;
  /** Here, or by another device of the user. */
  readonly answeredAt: number | null;
  readonly endedAt: number;
  readonly reason: EndReason;
  readonly missed: boolean;
  /** Missed and not yet looked at. */
  readonly unseen: boolean;
  /** {@link historyOwner} of the account it was made with. */
  readonly account: string;
  /** Who told of it: this browser's own phone, the One server, or both. */
  readonly toldBy: 'phone' | 'server' | 'both';
  /** Why it went as it did, as the One server recorded it. */
  readonly why?: readonly HistoryReason[];
  /** What it was like here; not of calls that other devices took, and of none from before this was measured. */
  readonly quality?: QualitySummary;
}

/** Whose history a call belongs to: in a browser that several people use, each sees their own. */
export function historyOwner({ kind, address, server }: Pick<AccountView, 'kind' | 'address' | 'server'>): string {
  return kind === 'one' ? `${address} ${server}` : address;
}

/**
 * The same for whoever tells of the call. Its SIP Call-ID alone would not do: both sides of a call have it, and may be two
 * accounts of this browser, or one user who called their own number.
 */
export function historyId(account: string, direction: CallDirection, callId: string): string {
  return `${account} ${direction} ${callId}`;
}

/** Who forwarded the call here, as the server recorded it; null: it was called directly, or nobody knows. */
export function redirectedBy({ why }: Pick<HistoryEntry, 'why'>): string | null {
  const step = why?.find((reason) => reason.code === 'diverted-from');
  return step?.number ?? null;
}
