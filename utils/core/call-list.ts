import type { Clock } from '@/utils/contract/clock';
import { historyId, type HistoryEntry } from '@/utils/contract/history-entry';
import type { CallView } from '@/utils/contract/phone-state';
import { isLost, isMissed } from '@/utils/domain/call/end-reason';
import type { QualitySummary } from '@/utils/domain/quality/quality-summary';

/** An ended call stays so long, so that every surface can say how it ended. Milliseconds. */
const ENDED_SHOWN = 4_000;
/** One that asks something stays longer: whether to call somebody else, or again after it broke off. */
const QUESTION_SHOWN = 30_000;

export interface CallListOptions {
  readonly clock: Clock;
  /** A call as this user knows the other side. */
  readonly named: (call: CallView) => CallView;
  readonly changed: (calls: CallView[]) => void;
}

/** The calls of the state, oldest first: the live ones, and for a while those that ended. */
export class CallList {
  readonly #options: CallListOptions;
  #calls: readonly CallView[] = [];
  readonly #removals = new Map<string, () => void>();

  constructor(options: CallListOptions) {
    this.#options = options;
  }

  get all(): readonly CallView[] {
    return this.#calls;
  }

  put(call: CallView): void {
    const known = this.#calls.find(({ id }) => id === call.id);
    if (known?.state === 'ended' && call.state === 'ended') return;
    this.#removals.get(call.id)?.();
    this.#removals.delete(call.id);
    this.#set(known ? this.#calls.map((one) => (one === known ? call : one)) : [...this.#calls, call]);
    if (call.state !== 'ended') return;
    this.#removals.set(call.id, this.#options.clock.after(call.forwardedTo || isLost(call) ? QUESTION_SHOWN : ENDED_SHOWN, () => this.dismiss(call.id)));
  }

  /** Removes an ended call now; false when there is none. */
  dismiss(id: string): boolean {
    const call = this.#calls.find((one) => one.id === id);
    if (call?.state !== 'ended') return false;
    this.#removals.get(id)?.();
    this.#removals.delete(id);
    this.#set(this.#calls.filter((one) => one !== call));
    return true;
  }

  /** The names have changed. */
  rename(): void {
    if (this.#calls.length > 0) this.#set(this.#calls);
  }

  clear(): void {
    for (const cancel of this.#removals.values()) cancel();
    this.#removals.clear();
    if (this.#calls.length > 0) this.#set([]);
  }

  #set(calls: readonly CallView[]): void {
    this.#calls = calls;
    const list = calls.map(this.#options.named);
    Object.freeze(list);
    this.#options.changed(list);
  }
}

/** What history keeps of an ended call. */
export function historyEntryOf(call: CallView, account: string, quality: QualitySummary | null = null): HistoryEntry {
  const reason = call.endReason ?? 'server-error';
  const missed = isMissed(call.direction, call.answeredAt !== null, reason);
  return {
    id: historyId(account, call.direction, call.id),
    direction: call.direction,
    number: call.remote.number,
    name: call.remote.name,
    startedAt: call.startedAt,
    answeredAt: call.answeredAt,
    endedAt: call.endedAt ?? call.startedAt,
    reason,
    missed,
    unseen: missed,
    account,
    toldBy: 'phone',
    ...(quality && { quality }),
  };
}
