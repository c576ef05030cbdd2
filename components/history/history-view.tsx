import { History, Trash2 } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { relativeDay } from '@/utils/models/history-groups';
import { dayText } from '@/components/words/time-text';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { IconButton } from '@/components/ui/icon-button';
import { SkeletonRows } from '@/components/ui/skeleton';
import { Toast } from '@/components/ui/toast';
import { HistoryRow } from './history-row';
import './history-view.css';

/** Every call of this account in this browser, day by day. */
export function HistoryView() {
  const { t, locale } = useWords();
  const { history, now } = useSurface().models;
  const entries = history.entries.value;
  const clearing = history.clearing.value;
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => history.markSeen(), [history, entries]);
  useEffect(() => {
    // The button that cleared went away and took the focus with it.
    if (clearing && document.activeElement === document.body) undo.current?.focus();
  }, [clearing]);

  const heading = (day: number) => {
    const relative = relativeDay(day, now.value);
    if (relative === null) return dayText(day, now.value, locale);
    return t(relative === 'today' ? 'history.today' : 'history.yesterday');
  };

  return (
    <div class="history-view">
      <header class="history-head">
        <h1>{t('history.title')}</h1>
        {entries !== null && entries.length > 0 && (
          <IconButton icon={Trash2} label={t('history.clear')} onClick={() => history.clear()} />
        )}
      </header>
      {entries === null && <SkeletonRows rows={7} label={t('history.loading')} />}
      {entries?.length === 0 && <EmptyState icon={History} title={t('history.empty')} body={t('history.emptyBody')} />}
      {history.days.value.map(({ day, entries: calls }) => (
        <section key={day} aria-label={heading(day)}>
          <h2 class="section-title history-day">{heading(day)}</h2>
          <ul class="rows">
            {calls.map((entry) => (
              <HistoryRow key={entry.id} entry={entry} />
            ))}
          </ul>
        </section>
      ))}
      {clearing && (
        <Toast
          action={
            <Button look="quiet" size="small" buttonRef={undo} onClick={() => history.undoClear()}>
              {t('history.undo')}
            </Button>
          }
        >
          {t('history.cleared')}
        </Toast>
      )}
    </div>
  );
}
