import type { CallRecord } from '@/utils/contract/call-record';
import type { Clock } from '@/utils/contract/clock';
import type { Logger } from '@/utils/contract/logger';

/** Where records are kept: one per user and call, appended to that user's change feed as they change. */
export interface CallRecordStore {
  put(records: readonly OwnedRecord[]): Promise<void>;
  /** Records of every user for a call, for a One server that was restarted while the call went on. */
  byCallId(callId: string): Promise<readonly OwnedRecord[]>;
}

export interface OwnedRecord {
  readonly userId: string;
  readonly record: CallRecord;
}

/** Nobody sees the difference in a call list, and a call that is answered at once is written once. Milliseconds. */
export const GATHER_MS = 50;

/**
 * Stores records as they change, one transaction at a time: what changes within {@link GATHER_MS}, or while one runs,
 * goes together, so that a busy hour does not queue up behind the database, and of a record only its newest state is
 * written.
 */
export class RecordWriter {
  private readonly waiting = new Map<string, OwnedRecord>();
  private running: Promise<void> | null = null;
  private cancelGathering: (() => void) | null = null;

  constructor(
    private readonly store: CallRecordStore,
    private readonly log: Logger,
    private readonly clock: Pick<Clock, 'after'>,
  ) {}

  write(owned: OwnedRecord): void {
    this.waiting.set(owned.record.id, owned);
    this.gather();
  }

  /** Stores at once what waits. Resolves when everything that was written is stored. */
  async flush(): Promise<void> {
    while (this.waiting.size > 0 || this.running !== null) {
      if (this.running === null) this.storeWaiting();
      await this.running;
    }
  }

  private gather(): void {
    if (this.running !== null || this.cancelGathering !== null) return;
    this.cancelGathering = this.clock.after(GATHER_MS, () => this.storeWaiting());
  }

  private storeWaiting(): void {
    this.cancelGathering?.();
    this.cancelGathering = null;
    const records = [...this.waiting.values()];
    this.waiting.clear();
    this.running = this.put(records).finally(() => {
      this.running = null;
      if (this.waiting.size > 0) this.gather();
    });
  }

  private async put(records: readonly OwnedRecord[]): Promise<void> {
    try {
      await this.store.put(records);
    } catch (error) {
      // One that cannot be stored (its user was deleted meanwhile) must not take the others with it.
      if (records.length > 1) for (const record of records) await this.put([record]);
      else this.log.error('call record not stored', { callId: records[0]?.record.callId, error: String(error) });
    }
  }
}
