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

/** Days of calls that come newest first. */
export function groupByDay(entries: readonly HistoryEntry[]): HistoryDay[] {
  const days: { readonly day: number; readonly entries: HistoryEntry[] }[] = [];
  for (const entry of entries) {
    const last = days.at(-1);
    // No date is made for a call of the day at hand: there may be 50,000.
    if (last && entry.startedAt >= last.day) last.entries.push(entry);
    else days.push({ day: dayOf(entry.startedAt), entries: [entry] });
  }
  return days;
}
