import type { HTMLAttributes } from 'preact';
import { useState } from 'preact/hooks';
import { ArrowDownLeft, ArrowUpRight, Info, MessageSquare, Phone, Trash2, UserPlus } from 'lucide-preact';
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
import { WhyDialog } from './why-dialog';
import './history-row.css';

interface HistoryRowProps {
  entry: HistoryEntry;
  /** Outside a list with day headings the row says the day itself. */
  withDay?: boolean;
  onRemove?: () => void;
  /** Where it stands in a list of which only a part is drawn. */
  item?: HTMLAttributes<HTMLLIElement>;
  /** Of its buttons: in a long list only those of one row are on the way of the Tab key. */
  tabIndex?: number;
}

/** One call: which way, who, when, how long or why not; calls again, and under the pointer or the focus the rest. */
export function HistoryRow({ entry, withDay = false, onRemove, item, tabIndex = 0 }: HistoryRowProps) {
  const { t, locale } = useWords();
  const { models, actions } = useSurface();
  const { phone, history, now } = models;
  const party = useParty(entry);
  const { number } = entry;
  const when = timeText(entry.startedAt, locale);
  const day = relativeDay(entry.startedAt, now.value);
  const dayWord = day === 'today' ? null : day === 'yesterday' ? t('history.yesterday') : shortDayText(entry.startedAt, locale);
  const result = outcome(entry);
  const details = [
    withDay && dayWord !== null ? `${dayWord} ${when}` : when,
    result !== null && t(result),
    entry.answeredAt !== null && lengthText(Math.max(0, Math.round((entry.endedAt - entry.answeredAt) / 1000)), locale),
    !withDay && party.detail,
  ].filter((part) => typeof part === 'string');
  const fresh = history.fresh.value.has(entry.id);
  const mayAdd = number !== '' && party.name === null && number !== phone.account.value?.echoNumber;
  const button = { tabIndex };
  const [asksWhy, setAsksWhy] = useState(false);

  return (
    <ListRow
      tone={entry.missed ? 'missed' : 'plain'}
      item={{ 'data-id': entry.id, ...item }}
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
        <span class="history-actions">
          <span class="history-more">
            {entry.why && <IconButton {...button} icon={Info} label={t('why.open', [party.title])} expanded={asksWhy} onClick={() => setAsksWhy(true)} />}
            {number.startsWith('+') && actions.openMessage && (
              <IconButton {...button} icon={MessageSquare} label={t('numberMenu.sms', [party.title])} onClick={() => actions.openMessage?.(number)} />
            )}
            {mayAdd && actions.openAddContact && (
              <IconButton {...button} icon={UserPlus} label={t('numberMenu.add', [party.title])} onClick={() => actions.openAddContact?.(number)} />
            )}
            {onRemove && <IconButton {...button} icon={Trash2} label={t('history.remove', [party.title])} onClick={onRemove} />}
          </span>
          {number !== '' && !phone.busy.value && (
            <IconButton {...button} icon={Phone} look="go" label={t('history.call', [party.title])} onClick={() => void phone.callOrAsk({ number, name: party.name, source: 'history' })} />
          )}
          {asksWhy && entry.why && <WhyDialog entry={{ ...entry, why: entry.why }} title={party.title} onClose={() => setAsksWhy(false)} />}
        </span>
      }
    />
  );
}
