import type { HTMLAttributes } from 'preact';
import { useState } from 'preact/hooks';
import { ArrowDownLeft, ArrowUpRight, Info, MessageSquare, Phone, Trash2, UserPlus } from 'lucide-preact';
import type { HistoryEntry } from '@/utils/contract/history-entry';
import { relativeDay } from '@/utils/models/history-groups';
import { shortDayText, timeText } from '@/components/words/time-text';
import { useWords } from '@/components/words/words';
import { useNumberText } from '@/components/surface/use-number';
import { useSurface } from '@/components/surface/surface-context';
import { useParty } from '@/components/surface/use-party';
import { Icon } from '@/components/ui/icon';
import { IconButton } from '@/components/ui/icon-button';
import { ListRow } from '@/components/ui/list-row';
import { MenuButton, type MenuChoice } from '@/components/ui/menu-button';
import { CallDetails } from './call-details';
import { callFacts } from './call-facts';
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

/** One call: which way, who, when, how long or why not; calls again, and behind one more button the rest. */
export function HistoryRow({ entry, withDay = false, onRemove, item, tabIndex = 0 }: HistoryRowProps) {
  const words = useWords();
  const { t } = words;
  const { models, actions } = useSurface();
  const { phone, history } = models;
  const party = useParty(entry);
  const { number } = entry;
  const when = useWhen(entry, withDay);
  const { result, length, via } = callFacts(entry, words, useNumberText());
  // When and how are always read whole; the rest as far as there is room.
  const parts = [[when, result].filter(Boolean).join(' · '), length, via, withDay ? null : party.detail].filter((part) => part !== null);
  const mayAdd = number !== '' && party.name === null && number !== phone.account.value?.echoNumber;
  const [detailed, setDetailed] = useState(false);
  const choices: MenuChoice[] = [
    { icon: Info, label: t('history.details'), run: () => setDetailed(true) },
    ...(number.startsWith('+') && actions.openMessage ? [{ icon: MessageSquare, label: t('history.sms'), run: () => actions.openMessage?.(number) }] : []),
    ...(mayAdd && actions.openAddContact ? [{ icon: UserPlus, label: t('call.addContact'), run: () => actions.openAddContact?.(number) }] : []),
    ...(onRemove ? [{ icon: Trash2, label: t('history.remove'), run: onRemove }] : []),
  ];

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
          {history.fresh.value.has(entry.id) && <span class="history-new">{t('history.new')}</span>}
        </>
      }
      hint={[party.title, ...parts].join(' · ')}
      detail={
        <span class="history-facts tabular">
          {parts.map((part, at) => (
            <span key={part}>{at === 0 ? part : ` · ${part}`}</span>
          ))}
        </span>
      }
      trailing={
        <span class="history-actions">
          {number !== '' && !phone.busy.value && (
            <IconButton tabIndex={tabIndex} icon={Phone} look="go" label={t('history.call', [party.title])} onClick={() => void phone.callOrAsk({ number, name: party.name, source: 'history' })} />
          )}
          <MenuButton label={t('history.more', [party.title])} choices={choices} tabIndex={tabIndex} />
          {detailed && <CallDetails entry={entry} title={party.title} onClose={() => setDetailed(false)} />}
        </span>
      }
    />
  );
}

function useWhen({ startedAt }: HistoryEntry, withDay: boolean): string {
  const { t, locale } = useWords();
  const time = timeText(startedAt, locale);
  const day = relativeDay(startedAt, useSurface().models.now.value);
  if (!withDay || day === 'today') return time;
  return `${day === 'yesterday' ? t('history.yesterday') : shortDayText(startedAt, locale)} ${time}`;
}
