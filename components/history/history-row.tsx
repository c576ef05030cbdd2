import { ArrowDownLeft, ArrowUpRight, Phone, UserPlus } from 'lucide-preact';
import type { HistoryEntry } from '@/utils/contract/history-entry';
import { relativeDay } from '@/utils/models/history-groups';
import { lengthText, shortDayText, timeText } from '@/components/words/time-text';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { useParty } from '@/components/surface/use-party';
import { Icon } from '@/components/ui/icon';
import { IconButton } from '@/components/ui/icon-button';
import { ListRow } from '@/components/ui/list-row';
import { outcome } from './outcome';
import './history-row.css';

interface HistoryRowProps {
  entry: HistoryEntry;
  /** Outside a list with day headings the row says the day itself. */
  withDay?: boolean;
}

/** One call: which way, who, when, how long or why not, and a button that calls again. */
export function HistoryRow({ entry, withDay = false }: HistoryRowProps) {
  const { t, locale } = useWords();
  const { models, actions } = useSurface();
  const { phone, history, now } = models;
  const party = useParty(entry);
  const when = timeText(entry.startedAt, locale);
  const day = relativeDay(entry.startedAt, now.value);
  const dayWord = day === 'today' ? null : day === 'yesterday' ? t('history.yesterday') : shortDayText(entry.startedAt, locale);
  const result = outcome(entry);
  const details = [
    withDay && dayWord !== null ? `${dayWord} ${when}` : when,
    result !== null
      ? t(result)
      : entry.answeredAt !== null && lengthText(Math.max(0, Math.round((entry.endedAt - entry.answeredAt) / 1000)), locale),
    !withDay && party.detail,
  ].filter((part) => typeof part === 'string');
  const fresh = history.fresh.value.has(entry.id);

  return (
    <ListRow
      tone={entry.missed ? 'missed' : 'plain'}
      leading={
        <span class={`history-direction ${entry.missed ? 'history-direction-missed' : ''}`}>
          <Icon of={entry.direction === 'incoming' ? ArrowDownLeft : ArrowUpRight} size={17} />
          <span class="hidden-text">{t(entry.direction === 'incoming' ? 'history.incoming' : 'history.outgoing')}</span>
        </span>
      }
      title={
        <>
          {party.title}
          {fresh && <span class="history-new">{t('history.new')}</span>}
        </>
      }
      hint={[party.title, party.detail].filter(Boolean).join(' · ')}
      detail={<span class="tabular">{details.join(' · ')}</span>}
      trailing={
        entry.number !== '' && (
          <>
            {party.name === null && entry.number !== phone.account.value?.echoNumber && actions.openAddContact && (
              <IconButton icon={UserPlus} label={t('numberMenu.add', [party.title])} onClick={() => actions.openAddContact?.(entry.number)} />
            )}
            {!phone.busy.value && (
              <IconButton
                icon={Phone}
                look="go"
                label={t('history.call', [party.title])}
                onClick={() => void phone.redial(entry.number, 'history')}
              />
            )}
          </>
        )
      }
    />
  );
}
