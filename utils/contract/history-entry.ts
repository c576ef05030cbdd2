import type { CallDirection, EndReason } from '@/utils/domain/call/end-reason';

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
  /** Host or server address and user of the account it was made with. */
  readonly account: string;
}
