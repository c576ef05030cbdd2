import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { HistoryEntry } from '@/utils/contract/history-entry';
import { relativeDay } from '@/utils/models/history-groups';
import { drawn, HEADING_HEIGHT, ROW_HEIGHT, rowAt } from '@/utils/models/history-layout';
import { dayText } from '@/components/words/time-text';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { HistoryRow } from './history-row';
import { useRowFocus } from './use-row-focus';
import { useScrolled } from './use-scrolled';
import './history-list.css';

/** Every call that was found, day by day. Only what is in sight is in the document; arrow keys go from row to row. */
export function HistoryList() {
  const { t, locale } = useWords();
  const { history, phone, now } = useSurface().models;
  const box = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const found = history.found.value;
  const layout = history.layout.value;
  const { query, filter } = history;
  const focusedAt = useMemo(() => (focused === null ? -1 : found.findIndex(({ id }) => id === focused)), [found, focused]);
  const scrolled = useScrolled(box);
  // A list that became shorter tells only afterwards that it is no longer scrolled so far.
  const view = { ...scrolled, top: Math.min(scrolled.top, Math.max(0, layout.height - scrolled.height)) };
  const focusRow = useRowFocus(box);
  useLayoutEffect(() => box.current?.scrollTo?.({ top: 0 }), [query.value, filter.value]);

  const days = drawn(layout, view.top, view.height, focusedAt < 0 ? null : focusedAt);
  const inSight = days.flatMap(({ place, rows }) => rows.filter(({ top }) => place.top + HEADING_HEIGHT + top >= view.top));
  const tabStop = focusedAt < 0 ? inSight[0]?.index : focusedAt;

  const go = (to: number) => {
    const row = rowAt(layout, Math.min(layout.count - 1, Math.max(0, to)));
    const list = box.current;
    if (!row || !list) return;
    // Under the heading that sticks.
    const [highest, lowest] = [row.top + ROW_HEIGHT - view.height, row.top - HEADING_HEIGHT];
    if (list.scrollTop > lowest || list.scrollTop < highest) list.scrollTop = list.scrollTop > lowest ? lowest : highest;
    setFocused(row.entry.id);
    focusRow(row.entry.id);
  };
  const remove = (entry: HistoryEntry, index: number) => {
    const next = found[index + 1] ?? found[index - 1];
    history.remove(entry);
    setFocused(next?.id ?? null);
    if (next) focusRow(next.id);
  };
  const onKeyDown = (event: KeyboardEvent, entry: HistoryEntry, index: number) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.max(1, Math.floor(view.height / ROW_HEIGHT) - 1);
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -layout.count, End: layout.count };
    const step = steps[event.key];
    if (step !== undefined) go(index + step);
    else if (event.key === 'Delete') remove(entry, index);
    else if (event.key === 'Enter' && event.target === event.currentTarget && entry.number !== '' && !phone.busy.value) void phone.callOrAsk({ number: entry.number, name: entry.name, source: 'history' });
    else return;
    event.preventDefault();
  };
  const heading = (day: number) => {
    const relative = relativeDay(day, now.value);
    return relative === null ? dayText(day, now.value, locale) : t(relative === 'today' ? 'history.today' : 'history.yesterday');
  };

  return (
    <div class="history-list" ref={box}>
      <div class="history-rows" style={{ height: `${layout.height}px` }}>
        {days.map(({ place, rows }) => (
          <section key={place.day} aria-label={heading(place.day)} style={{ top: `${place.top}px`, height: `${place.height}px` }}>
            <h2 class="section-title history-day">{heading(place.day)}</h2>
            <ul>
              {rows.map(({ entry, index, top }) => (
                <HistoryRow
                  key={entry.id}
                  entry={entry}
                  onRemove={() => remove(entry, index)}
                  tabIndex={index === tabStop ? 0 : -1}
                  item={{
                    style: { top: `${top}px` },
                    tabIndex: index === tabStop ? 0 : -1,
                    'aria-posinset': index - place.start + 1,
                    'aria-setsize': place.entries.length,
                    onFocusIn: () => setFocused(entry.id),
                    onKeyDown: (event) => onKeyDown(event, entry, index),
                  }}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}
