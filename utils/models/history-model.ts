import { computed, effect, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Clock } from '@/utils/contract/clock';
import type { HistoryEntry } from '@/utils/contract/history-entry';
import { createPutAway, type PutAway } from './history-put-away';
import { createHistorySearch, type HistoryFilter } from './history-search';
import { groupByDay } from './history-groups';
import { layOut, type HistoryLayout } from './history-layout';
import type { PhoneAdapter } from './phone-adapter';

export interface HistoryModel extends Pick<PutAway, 'removing' | 'remove' | 'undo'> {
  /** Newest first; null until the database has answered. */
  readonly entries: ReadonlySignal<readonly HistoryEntry[] | null>;
  readonly query: Signal<string>;
  readonly filter: Signal<HistoryFilter>;
  /** What search and filter leave, newest first. */
  readonly found: ReadonlySignal<readonly HistoryEntry[]>;
  readonly layout: ReadonlySignal<HistoryLayout>;
  /** Missed calls that were new when this surface opened stay marked while it is open. */
  readonly fresh: ReadonlySignal<ReadonlySet<string>>;
  readonly lastDialled: ReadonlySignal<string | null>;
  recent(count: number): readonly HistoryEntry[];
  /** From now on every call is read, not only the newest. */
  readAll(): void;
  showAll(): void;
  markSeen(): void;
  clear(): void;
  /** Carries out what was put away and not undone. */
  dispose(): void;
}

interface HistoryParts {
  readonly entries: ReadonlySignal<readonly HistoryEntry[] | null>;
  /** Set to true, `entries` become all there are. */
  readonly whole?: Signal<boolean>;
  readonly send: PhoneAdapter['send'];
  readonly clock: Pick<Clock, 'now' | 'after'>;
}

export function createHistoryModel({ entries: stored, whole, send, clock }: HistoryParts): HistoryModel {
  const putAway = createPutAway({ send, clock });
  const fresh = signal<ReadonlySet<string>>(new Set());
  const query = signal('');
  const filter = signal<HistoryFilter>('all');
  const search = createHistorySearch();

  const entries = computed(() => {
    const shown = stored.value?.filter((entry) => !putAway.hidden.value.has(entry.id));
    return shown?.sort((a, b) => b.startedAt - a.startedAt) ?? null;
  });
  const found = computed(() => search.find(entries.value ?? [], filter.value, query.value));
  const stopFresh = effect(() => {
    const unseen = (stored.value ?? []).filter((entry) => entry.unseen && !fresh.peek().has(entry.id));
    if (unseen.length > 0) fresh.value = new Set([...fresh.peek(), ...unseen.map((entry) => entry.id)]);
  });

  return {
    entries,
    query,
    filter,
    found,
    layout: computed(() => layOut(groupByDay(found.value))),
    fresh,
    lastDialled: computed(() => entries.value?.find((entry) => entry.direction === 'outgoing')?.number ?? null),
    removing: putAway.removing,
    recent: (count) => (entries.value ?? []).slice(0, count),
    readAll() {
      if (whole) whole.value = true;
    },
    showAll() {
      query.value = '';
      filter.value = 'all';
    },
    markSeen() {
      // A failed command only leaves the badge as it was; the next look tries again.
      if ((stored.peek() ?? []).some((entry) => entry.unseen)) void send('history.markSeen', {}).catch(() => undefined);
    },
    remove: putAway.remove,
    clear: () => putAway.clear(stored.peek() ?? []),
    undo: putAway.undo,
    dispose() {
      putAway.carryOut();
      stopFresh();
    },
  };
}
