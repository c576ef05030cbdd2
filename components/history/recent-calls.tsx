import { History } from 'lucide-preact';
import { useEffect } from 'preact/hooks';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { EmptyState } from '@/components/ui/empty-state';
import { SkeletonRows } from '@/components/ui/skeleton';
import { HistoryRow } from './history-row';

interface RecentCallsProps {
  count: number;
  onShowAll: () => void;
}

export function RecentCalls({ count, onShowAll }: RecentCallsProps) {
  const { t } = useWords();
  const { history, phone } = useSurface().models;
  const entries = history.entries.value;
  const recent = history.recent(count);
  // Missed calls further down, or not even read, have not been seen by looking at the first few.
  const unseen = entries?.filter((entry) => entry.unseen) ?? [];
  const allShown = entries !== null && unseen.every((entry) => recent.includes(entry)) && phone.missed.value <= unseen.length;
  useEffect(() => {
    if (allShown) history.markSeen();
  }, [history, allShown, entries]);

  return (
    <section aria-labelledby="recent-calls">
      <div class="section-title">
        <h2 id="recent-calls">{t('history.recent')}</h2>
        {recent.length > 0 && (
          <button type="button" onClick={onShowAll}>
            {t('history.showAll')}
          </button>
        )}
      </div>
      {entries === null && <SkeletonRows rows={3} label={t('history.loading')} />}
      {entries?.length === 0 && <EmptyState icon={History} title={t('history.empty')} body={t('history.emptyBody')} />}
      <ul class="rows">
        {recent.map((entry) => (
          <HistoryRow key={entry.id} entry={entry} withDay />
        ))}
      </ul>
    </section>
  );
}
