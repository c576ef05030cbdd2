import type { CallDirection, EndReason } from '@/utils/domain/call/end-reason';
import type { AccountView } from './phone-state';

/** One call in this browser's own history, as it is stored and as the surfaces read it. */
export interface HistoryEntry {
  readonly id: string;
  readonly direction: CallDirection;
  /** E.164, extension or SIP address; '' when withheld. */
  readonly number: string;
  readonly name: string | null;
  /** Epoch ms. */
  readonly startedAt: number;
  readonly answeredAt: number | null;
  readonly endedAt: number;
  readonly reason: EndReason;
  readonly missed: boolean;
  /** Missed and not yet looked at. */
  readonly unseen: boolean;
  /** {@link historyOwner} of the account it was made with. */
  readonly account: string;
}

/** Whose history a call belongs to: in a browser that several people use, each sees their own. */
export function historyOwner({ kind, address, server }: Pick<AccountView, 'kind' | 'address' | 'server'>): string {
  return kind === 'one' ? `${address} ${server}` : address;
}
