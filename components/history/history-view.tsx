import { Download, History, SearchX, Trash2 } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { IconButton } from '@/components/ui/icon-button';
import { SkeletonRows } from '@/components/ui/skeleton';
import { Toast } from '@/components/ui/toast';
import { HistoryList } from './history-list';
import { HistorySearch } from './history-search';
import { useExport } from './use-export';
import './history-view.css';

/** Every call of this account: searched, filtered, called again, deleted, taken along as a file. */
export function HistoryView() {
  const { t } = useWords();
  const { history } = useSurface().models;
  const entries = history.entries.value;
  const found = history.found.value;
  const removing = history.removing.value;
  const undo = useRef<HTMLButtonElement>(null);
  const { start: exportCalls, notice } = useExport();
  const searched = history.query.value !== '' || history.filter.value !== 'all';
  useEffect(() => history.readAll(), [history]);
  useEffect(() => history.markSeen(), [history, entries]);
  useEffect(() => {
    // The button that cleared, or the last row, went away and took the focus with it.
    if (removing !== null && document.activeElement === document.body) undo.current?.focus();
  }, [removing]);

  const said = removing === 'all' ? t('history.cleared') : removing === 1 ? t('history.removed') : t('history.removedMany', [removing ?? 0]);
  return (
    <div class="history-view">
      <header class="history-head">
        <h1>{t('history.title')}</h1>
        {entries !== null && entries.length > 0 && (
          <span>
            {exportCalls && found.length > 0 && <IconButton icon={Download} label={t('history.export')} onClick={() => exportCalls(found)} />}
            <IconButton icon={Trash2} label={t('history.clear')} onClick={() => history.clear()} />
          </span>
        )}
      </header>
      {entries === null && <SkeletonRows rows={7} label={t('history.loading')} />}
      {entries?.length === 0 && <EmptyState icon={History} title={t('history.empty')} body={t('history.emptyBody')} />}
      {entries !== null && entries.length > 0 && (
        <>
          <HistorySearch />
          <p class="hidden-text" role="status">
            {searched && t('history.found', [found.length])}
          </p>
          {found.length > 0 ? (
            <HistoryList />
          ) : (
            <EmptyState
              icon={SearchX}
              title={t('history.noneFound')}
              body={t('history.noneFoundBody')}
              action={
                <Button size="small" onClick={() => history.showAll()}>
                  {t('history.showAllCalls')}
                </Button>
              }
            />
          )}
        </>
      )}
      {removing !== null ? (
        <Toast
          action={
            <Button look="quiet" size="small" buttonRef={undo} onClick={() => history.undo()}>
              {t('history.undo')}
            </Button>
          }
        >
          {said}
        </Toast>
      ) : (
        notice !== null && <Toast>{notice}</Toast>
      )}
    </div>
  );
}
