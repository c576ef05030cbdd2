import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { Clock } from '@/utils/contract/clock';
import type { HistoryEntry } from '@/utils/contract/history-entry';
import type { PhoneAdapter } from './phone-adapter';

/** How long it can be taken back. */
const UNDO_MS = 6000;

/** What is hidden and will be gone unless undone. */
type Pending =
  | { readonly kind: 'remove'; readonly ids: readonly string[] }
  | { readonly kind: 'clear'; readonly ids: readonly string[]; readonly endedBy: number };

export interface PutAway {
  readonly hidden: ReadonlySignal<ReadonlySet<string>>;
  /** What can be undone now: a clearing, or so many calls deleted. */
  readonly removing: ReadonlySignal<'all' | number | null>;
  /** Deleted one after the other they come back together. */
  remove(entry: HistoryEntry): void;
  clear(entries: readonly HistoryEntry[]): void;
  undo(): void;
  /** Now, whether or not the time to undo is over. */
  carryOut(): void;
}

interface PutAwayParts {
  readonly send: PhoneAdapter['send'];
  readonly clock: Pick<Clock, 'now' | 'after'>;
}

export function createPutAway({ send, clock }: PutAwayParts): PutAway {
  const pending = signal<Pending | null>(null);
  const hidden = signal<ReadonlySet<string>>(new Set());
  let cancelTimer: (() => void) | undefined;

  // A failed command only leaves the list as it was stored.
  const tell = (done: Pending) =>
    done.kind === 'clear' ? send('history.clear', { endedBy: done.endedBy }) : send('history.remove', { ids: [...done.ids] });
  const carryOut = () => {
    cancelTimer?.();
    cancelTimer = undefined;
    const done = pending.peek();
    pending.value = null;
    if (done) void tell(done).catch(() => undefined);
  };
  const wait = (next: Pending) => {
    cancelTimer?.();
    pending.value = next;
    hidden.value = new Set([...hidden.peek(), ...next.ids]);
    cancelTimer = clock.after(UNDO_MS, carryOut);
  };

  return {
    hidden,
    removing: computed(() => (pending.value?.kind === 'remove' ? pending.value.ids.length : pending.value && 'all')),
    remove(entry) {
      if (pending.peek()?.kind === 'clear') carryOut();
      wait({ kind: 'remove', ids: [...(pending.peek()?.ids ?? []), entry.id] });
    },
    clear(entries) {
      carryOut();
      // The server's clock may be ahead of this one.
      const endedBy = entries.reduce((latest, entry) => Math.max(latest, entry.endedAt), clock.now());
      wait({ kind: 'clear', ids: entries.map(({ id }) => id), endedBy });
    },
    undo() {
      cancelTimer?.();
      cancelTimer = undefined;
      const back = new Set(pending.peek()?.ids);
      pending.value = null;
      hidden.value = new Set([...hidden.peek()].filter((id) => !back.has(id)));
    },
    carryOut,
  };
}
