import type { HistoryEntry } from '@/utils/contract/history-entry';

export interface HistoryDay {
  /** Local midnight that begins the day, epoch ms. */
  readonly day: number;
  readonly entries: readonly HistoryEntry[];
}

/** Local midnight before `at`. Calendar days, not 24 hours: summer time moves by one. */
export function dayOf(at: number): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/** Newest day first, newest call first. */
export function groupByDay(entries: readonly HistoryEntry[]): HistoryDay[] {
  const days = new Map<number, HistoryEntry[]>();
  for (const entry of [...entries].sort((a, b) => b.startedAt - a.startedAt)) {
    const day = dayOf(entry.startedAt);
    const list = days.get(day);
    if (list) list.push(entry);
    else days.set(day, [entry]);
  }
  return [...days].map(([day, list]) => ({ day, entries: list }));
}
