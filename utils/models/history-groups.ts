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

const HALF_DAY = 12 * 3_600_000;

/** Null when `at` is neither today nor yesterday. */
export function relativeDay(at: number, now: number): 'today' | 'yesterday' | null {
  const today = dayOf(now);
  const day = dayOf(at);
  if (day === today) return 'today';
  // Half a day before midnight is yesterday whatever summer time does to its length.
  return day === dayOf(today - HALF_DAY) ? 'yesterday' : null;
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
