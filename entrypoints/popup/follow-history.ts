import { computed, effect, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { historyOwner, type HistoryEntry } from '@/utils/contract/history-entry';
import type { AccountView } from '@/utils/contract/phone-state';
import { createContactBook } from '@/utils/storage/contact-store';
import { ContactsDatabase } from '@/utils/storage/contacts-database';
import { HistoryDatabase } from '@/utils/storage/history-database';
import { watchHistory } from '@/utils/storage/watch-history';

type Entries = readonly HistoryEntry[] | null;

/** Loaded after first paint: fills the list with the calls of who is signed in, and keeps it up to date. */
export function followHistory(into: Signal<Entries>, account: ReadonlySignal<AccountView | null>, limit: number): void {
  const database = new HistoryDatabase();
  const contacts = createContactBook(new ContactsDatabase());
  const owner = computed(() => account.value && historyOwner(account.value));
  effect(() => {
    into.value = null;
    if (owner.value === null) return undefined;
    const { entries, dispose } = watchHistory(database, owner.value, limit);
    const names = signal<ReadonlyMap<string, string>>(new Map());
    const stopNames = contacts.follow(owner.value, (now) => {
      names.value = now;
    });
    const stop = effect(() => {
      // A contact made since the call gives it a name.
      into.value = entries.value?.map((entry) => ({ ...entry, name: names.value.get(entry.number) ?? entry.name })) ?? null;
    });
    return () => {
      stop();
      stopNames();
      dispose();
    };
  });
}
