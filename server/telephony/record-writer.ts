import type { CallRecord } from '@/utils/contract/call-record';
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

/**
 * Stores records as they change, one transaction at a time: what changes while one runs goes together into the next,
 * so that a busy hour does not queue up behind the database, and of a record only its newest state is written.
 */
export class RecordWriter {
  private readonly waiting = new Map<string, OwnedRecord>();
  private running: Promise<void> | null = null;

  constructor(
    private readonly store: CallRecordStore,
    private readonly log: Logger,
  ) {}

  write(owned: OwnedRecord): void {
    this.waiting.set(owned.record.id, owned);
    this.running ??= this.run();
  }

  get idle(): Promise<void> {
    return this.running ?? Promise.resolve();
  }

  private async run(): Promise<void> {
    // What is told in the same turn goes together.
    await Promise.resolve();
    while (this.waiting.size > 0) {
      const records = [...this.waiting.values()];
      this.waiting.clear();
      await this.put(records);
    }
    this.running = null;
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
