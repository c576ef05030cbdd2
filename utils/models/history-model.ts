import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { Clock } from '@/utils/contract/clock';
import type { HistoryEntry } from '@/utils/contract/history-entry';
import { groupByDay, type HistoryDay } from './history-groups';
import type { PhoneAdapter } from './phone-adapter';

/** How long a clearing can be taken back. */
const UNDO_MS = 6000;

export interface HistoryModel {
  /** Newest first; null until the database has answered. */
  readonly entries: ReadonlySignal<readonly HistoryEntry[] | null>;
  readonly days: ReadonlySignal<readonly HistoryDay[]>;
  /** Missed calls that were new when this surface opened stay marked while it is open. */
  readonly fresh: ReadonlySignal<ReadonlySet<string>>;
  readonly lastDialled: ReadonlySignal<string | null>;
  /** What was there is hidden and will be cleared unless undone. */
  readonly clearing: ReadonlySignal<boolean>;
  recent(count: number): readonly HistoryEntry[];
  markSeen(): void;
  clear(): void;
  undoClear(): void;
  /** Carries out a clearing that was not undone. */
  dispose(): void;
}

interface HistoryParts {
  readonly entries: ReadonlySignal<readonly HistoryEntry[] | null>;
  readonly send: PhoneAdapter['send'];
  readonly clock: Pick<Clock, 'after'>;
}

export function createHistoryModel({ entries: stored, send, clock }: HistoryParts): HistoryModel {
  const clearing = signal(false);
  /** Calls that are being cleared; one that comes meanwhile is shown. */
  const hidden = signal<ReadonlySet<string>>(new Set());
  const fresh = signal<ReadonlySet<string>>(new Set());
  let cancelTimer: (() => void) | undefined;

  const entries = computed(() => {
    const shown = stored.value?.filter((entry) => !hidden.value.has(entry.id));
    return shown?.sort((a, b) => b.startedAt - a.startedAt) ?? null;
  });
  const stopFresh = effect(() => {
    const unseen = (stored.value ?? []).filter((entry) => entry.unseen && !fresh.peek().has(entry.id));
    if (unseen.length > 0) fresh.value = new Set([...fresh.peek(), ...unseen.map((entry) => entry.id)]);
  });
  // A failed command here only leaves the badge or the list as it was; the next look tries again.
  const quietly = (command: 'history.markSeen' | 'history.clear') => void send(command, {}).catch(() => undefined);
  const carryOut = () => {
    cancelTimer = undefined;
    clearing.value = false;
    quietly('history.clear');
  };

  return {
    entries,
    days: computed(() => groupByDay(entries.value ?? [])),
    fresh,
    lastDialled: computed(() => entries.value?.find((entry) => entry.direction === 'outgoing')?.number ?? null),
    clearing,
    recent: (count) => (entries.value ?? []).slice(0, count),
    markSeen() {
      if ((stored.peek() ?? []).some((entry) => entry.unseen)) quietly('history.markSeen');
    },
    clear() {
      clearing.value = true;
      hidden.value = new Set(stored.peek()?.map((entry) => entry.id));
      cancelTimer?.();
      cancelTimer = clock.after(UNDO_MS, carryOut);
    },
    undoClear() {
      cancelTimer?.();
      cancelTimer = undefined;
      clearing.value = false;
      hidden.value = new Set();
    },
    dispose() {
      if (cancelTimer !== undefined) {
        cancelTimer();
        carryOut();
      }
      stopFresh();
    },
  };
}
