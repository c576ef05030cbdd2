import * as v from 'valibot';
import { callRecordSchema } from '@/utils/contract/call-record';
import type { Change } from '@/utils/contract/change-feed';
import type { Logger } from '@/utils/contract/logger';
import type { CallView } from '@/utils/contract/phone-state';
import type { QualitySummary } from '@/utils/domain/quality/quality-summary';
import type { HistoryEntry, HistoryStore } from './adapters';
import { historyEntryOf } from './call-list';
import { entryOfRecord, type RecordReader } from './entry-of-record';
import { isStorageFull } from './storage-full';

export interface CallHistoryOptions {
  readonly history: HistoryStore;
  readonly log: Logger;
  /** How many missed calls of this account have not been looked at. */
  readonly onMissed: (account: string, missed: number) => void;
  /** Calls are not kept for want of room on the disk, or are again. */
  readonly onFull: (full: boolean) => void;
}

/** Keeps the calls of the signed-in account: those of this browser's phone, and those the One server tells of. */
export class CallHistory {
  readonly #options: CallHistoryOptions;

  constructor(options: CallHistoryOptions) {
    this.#options = options;
  }

  /** A call of this browser ended. */
  async remember(call: CallView, account: string, quality: QualitySummary | null): Promise<void> {
    try {
      await this.#keep([historyEntryOf(call, account, quality)], account);
    } catch (error) {
      this.#options.log.error('call not kept in history', { error: String(error) });
    }
  }

  /** Changes of the collection `calls`. Rejects when they could not be stored, so that the feed asks for them again. */
  async take(changes: readonly Change[], reader: RecordReader): Promise<void> {
    const entries = changes.map((change) => this.#read(change, reader)).filter((entry) => entry !== null);
    if (entries.length > 0) await this.#keep(entries, reader.account);
  }

  async #keep(entries: readonly HistoryEntry[], account: string): Promise<void> {
    const { history, onMissed, onFull } = this.#options;
    try {
      await history.keep(account, entries);
    } catch (error) {
      if (isStorageFull(error)) onFull(true);
      throw error;
    }
    onFull(false);
    onMissed(account, await history.unseenCount(account));
  }

  /** The server deletes no records: a person who deletes a call does so in their own browser. */
  #read({ op, item }: Change, reader: RecordReader): HistoryEntry | null {
    if (op === 'delete') return null;
    const parsed = v.safeParse(callRecordSchema, item);
    if (parsed.success) return entryOfRecord(parsed.output, reader);
    // Asked for again it would be no better, and would hold up all that comes after it.
    this.#options.log.warn('call record not understood', { issues: parsed.issues.length });
    return null;
  }
}
