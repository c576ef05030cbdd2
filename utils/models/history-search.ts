import { redirectedBy, type HistoryEntry } from '@/utils/contract/history-entry';
import { hasNumber, numberForms, numberQuery, type NumberForms } from '@/utils/domain/phone-number/number-search';

export const HISTORY_FILTERS = ['all', 'missed', 'incoming', 'outgoing'] as const;
export type HistoryFilter = (typeof HISTORY_FILTERS)[number];

export interface HistorySearch {
  /** Those of `entries` that the filter shows and that hold every word of `text`, in their order. */
  find(entries: readonly HistoryEntry[], filter: HistoryFilter, text: string): readonly HistoryEntry[];
}

function passes(entry: HistoryEntry, filter: HistoryFilter): boolean {
  if (filter === 'all') return true;
  return filter === 'missed' ? entry.missed : entry.direction === filter;
}

/** Å is found by a as well: not every keyboard has it. */
const fold = (text: string) => (ASCII.test(text) ? text : text.normalize('NFD').replace(/\p{M}/gu, '')).toLowerCase();
/** Most names: there may be 50,000 to fold. */
const ASCII = /^[\0-\x7f]*$/;

/** What is written with letters, or no more than an extension; the rest is found as a number. */
const asWord = (number: string) => (number.startsWith('+') ? '' : number);

/** Remembers what names and numbers look like to a search, because each letter typed looks at all of them. */
export function createHistorySearch(): HistorySearch {
  const folded = new Map<string, string>();
  const forms = new Map<string, NumberForms>();
  const remembered = <T>(known: Map<string, T>, text: string, make: (text: string) => T): T => {
    const had = known.get(text);
    if (had !== undefined) return had;
    const made = make(text);
    known.set(text, made);
    return made;
  };

  return {
    find(entries, filter, text) {
      const typed = text.trim();
      const number = numberQuery(typed);
      const words = fold(typed).split(/\s+/).filter(Boolean);
      if (filter === 'all' && words.length === 0) return entries;
      const matches = (entry: HistoryEntry) => {
        const via = redirectedBy(entry);
        if (number !== null && (hasNumber(remembered(forms, entry.number, numberForms), number) || (via !== null && hasNumber(remembered(forms, via, numberForms), number)))) return true;
        const named = remembered(folded, `${entry.name ?? ''} ${asWord(entry.number)} ${asWord(via ?? '')}`, fold);
        return words.every((word) => named.includes(word));
      };
      return entries.filter((entry) => passes(entry, filter) && matches(entry));
    },
  };
}
