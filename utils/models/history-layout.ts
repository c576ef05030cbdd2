import type { HistoryEntry } from '@/utils/contract/history-entry';
import type { HistoryDay } from './history-groups';

/** Pixels; components/history/history-list.css has the same. */
export const ROW_HEIGHT = 48;
export const HEADING_HEIGHT = 30;
/** Rows drawn beyond the edges, so that a quick scroll shows no gap. */
const SPARE = 6;

/** Where a day lies in the list. Pixels from its top. */
export interface DayPlace extends HistoryDay {
  readonly top: number;
  readonly height: number;
  /** Place of its first call among all. */
  readonly start: number;
}

export interface HistoryLayout {
  readonly days: readonly DayPlace[];
  readonly height: number;
  /** Calls in all. */
  readonly count: number;
}

export interface DrawnRow {
  readonly entry: HistoryEntry;
  /** Among all calls. */
  readonly index: number;
  /** Pixels from the top of its day's list. */
  readonly top: number;
}

/** A day that is in sight, with those of its rows that are. */
export interface DrawnDay {
  readonly place: DayPlace;
  readonly rows: readonly DrawnRow[];
}

export function layOut(days: readonly HistoryDay[]): HistoryLayout {
  let [top, start] = [0, 0];
  const places = days.map((day) => {
    const place = { ...day, top, start, height: HEADING_HEIGHT + day.entries.length * ROW_HEIGHT };
    top += place.height;
    start += day.entries.length;
    return place;
  });
  return { days: places, height: top, count: start };
}

/** The last day for which `begins` is not beyond `at`. */
function dayAt(days: readonly DayPlace[], at: number, begins: (day: DayPlace) => number): DayPlace | undefined {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const day = days[middle];
    if (day && begins(day) <= at) low = middle + 1;
    else high = middle;
  }
  return days[low - 1];
}

/** The call at `index` among all, and how far from the top its row begins. */
export function rowAt({ days }: HistoryLayout, index: number): { readonly entry: HistoryEntry; readonly top: number } | null {
  const day = dayAt(days, index, ({ start }) => start);
  const entry = day?.entries[index - day.start];
  return day && entry ? { entry, top: day.top + HEADING_HEIGHT + (index - day.start) * ROW_HEIGHT } : null;
}

/** The call whose row is cut by the line so far from the top. */
function indexAt(days: readonly DayPlace[], at: number, round: (place: number) => number): number {
  const day = dayAt(days, Math.max(0, at), ({ top }) => top);
  if (!day) return 0;
  const inside = round((at - day.top - HEADING_HEIGHT) / ROW_HEIGHT);
  return day.start + Math.min(day.entries.length, Math.max(0, inside));
}

/** What to draw of the list when it is scrolled by `from` in a view so high, and the row that has the focus wherever it is. */
export function drawn({ days, count }: HistoryLayout, from: number, viewHeight: number, focused: number | null): DrawnDay[] {
  const first = indexAt(days, from - SPARE * ROW_HEIGHT, Math.floor);
  const end = indexAt(days, from + viewHeight + SPARE * ROW_HEIGHT, Math.ceil);
  const indexes = Array.from({ length: end - first }, (_, at) => first + at);
  if (focused !== null && focused < first) indexes.unshift(focused);
  if (focused !== null && focused >= end && focused < count) indexes.push(focused);
  const result: { readonly place: DayPlace; readonly rows: DrawnRow[] }[] = [];
  for (const index of indexes) {
    const place = dayAt(days, index, ({ start }) => start);
    const entry = place?.entries[index - place.start];
    if (!place || !entry) continue;
    const row = { entry, index, top: (index - place.start) * ROW_HEIGHT };
    const last = result.at(-1);
    if (last?.place === place) last.rows.push(row);
    else result.push({ place, rows: [row] });
  }
  return result;
}
