import { Search, X } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { HISTORY_FILTERS, type HistoryFilter } from '@/utils/models/history-search';
import { useWords, type MessageKey } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { Icon } from '@/components/ui/icon';
import { IconButton } from '@/components/ui/icon-button';
import { Segmented } from '@/components/ui/segmented';
import './history-search.css';

const LABELS: Readonly<Record<HistoryFilter, MessageKey>> = {
  all: 'history.filterAll',
  missed: 'history.filterMissed',
  incoming: 'history.filterIncoming',
  outgoing: 'history.filterOutgoing',
};

/** `/` comes here from anywhere but a field; Escape empties it. */
export function HistorySearch() {
  const { t } = useWords();
  const { history } = useSurface().models;
  const { query, filter } = history;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const slash = (event: KeyboardEvent) => {
      const target = event.target as Element | null;
      // Radio buttons take no text.
      if (event.key !== '/' || event.ctrlKey || event.metaKey || target?.closest('input:not([type=radio]), textarea, select, dialog')) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', slash);
    return () => document.removeEventListener('keydown', slash);
  }, []);

  const clear = () => {
    query.value = '';
    field.current?.focus();
  };
  return (
    <search class="history-search">
      <div class="field-box">
        <Icon of={Search} />
        <input
          ref={field}
          type="search"
          aria-label={t('history.search')}
          placeholder={t('history.searchHint')}
          value={query.value}
          spellcheck={false}
          autoComplete="off"
          onInput={(event) => {
            query.value = event.currentTarget.value;
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || query.value === '') return;
            // Else the browser would close its popup.
            event.preventDefault();
            clear();
          }}
        />
        {query.value === '' ? <kbd aria-hidden="true">/</kbd> : <IconButton icon={X} label={t('history.searchClear')} onClick={clear} />}
      </div>
      <Segmented
        label={t('history.filter')}
        value={filter.value}
        options={HISTORY_FILTERS.map((value) => ({ value, label: t(LABELS[value]) }))}
        onChange={(value) => {
          filter.value = value;
        }}
      />
    </search>
  );
}
