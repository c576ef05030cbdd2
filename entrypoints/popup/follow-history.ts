import { computed, effect, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { historyOwner, type HistoryEntry } from '@/utils/contract/history-entry';
import type { AccountView } from '@/utils/contract/phone-state';
import { createContactBook } from '@/utils/storage/contact-store';
import { ContactsDatabase } from '@/utils/storage/contacts-database';
import { HistoryDatabase } from '@/utils/storage/history-database';
import { watchHistory } from '@/utils/storage/watch-history';

type Entries = readonly HistoryEntry[] | null;

interface Following {
  readonly account: ReadonlySignal<AccountView | null>;
  /** Every call is wanted, not only the newest. */
  readonly whole: ReadonlySignal<boolean>;
  readonly newest: number;
}

const named = (entry: HistoryEntry, name: string | undefined): HistoryEntry => (name === undefined ? entry : { ...entry, name });

/** Loaded after first paint: fills the list with the calls of who is signed in, and keeps it up to date. */
export function followHistory(into: Signal<Entries>, { account, whole, newest }: Following): void {
  const database = new HistoryDatabase();
  const contacts = createContactBook(new ContactsDatabase());
  const owner = computed(() => account.value && historyOwner(account.value));
  let shownTo: string | null = null;
  effect(() => {
    // What is shown of an account stays until the rest of it has been read.
    if (owner.value !== shownTo) into.value = null;
    shownTo = owner.value;
    if (owner.value === null) return undefined;
    const { entries, dispose } = watchHistory(database, owner.value, whole.value ? null : newest);
    const names = signal<ReadonlyMap<string, string>>(new Map());
    const stopNames = contacts.follow(owner.value, (now) => {
      names.value = now;
    });
    const stop = effect(() => {
      // A contact made since the call gives it a name.
      if (entries.value) into.value = entries.value.map((entry) => named(entry, names.value.get(entry.number)));
    });
    return () => {
      stop();
      stopNames();
      dispose();
    };
  });
}
