import type { HistoryEntry } from '@/utils/contract/history-entry';
import { momentText, timeText } from '@/components/words/time-text';
import { useWords } from '@/components/words/words';
import { useNumberText } from '@/components/surface/use-number';
import { useSurface } from '@/components/surface/surface-context';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { PastQuality } from '@/components/quality/past-quality';
import { callFacts } from './call-facts';
import { whyText } from './why-text';
import './call-details.css';

interface CallDetailsProps {
  entry: HistoryEntry;
  title: string;
  onClose: () => void;
}

/** All that is known of a call, and what was decided about it, step by step, as the server recorded it. */
export function CallDetails({ entry, title, onClose }: CallDetailsProps) {
  const words = useWords();
  const { t, locale } = words;
  const { now } = useSurface().models;
  const shown = useNumberText();
  const { result, length, via } = callFacts(entry, words, shown);
  const number = shown(entry.number);
  const facts = [t(entry.direction === 'incoming' ? 'history.incoming' : 'history.outgoing'), result ?? t('history.answered'), length, via].filter((fact) => fact !== null);
  return (
    // Keys pressed here are not meant for the list below.
    <div onKeyDown={(event) => event.stopPropagation()}>
      <Dialog title={title} onClose={onClose} actions={<Button onClick={onClose}>{t('why.close')}</Button>}>
        {number !== '' && number !== title && <p class="tabular call-details-number">{number}</p>}
        <p class="secondary tabular">{momentText(entry.startedAt, now.value, locale)}</p>
        <p class="secondary tabular">{facts.join(' · ')}</p>
        {entry.quality && <PastQuality entry={entry} quality={entry.quality} />}
        {entry.why && (
          <>
            <h3 class="call-details-why">{t('why.title')}</h3>
            <ol class="why-steps">
              {entry.why.map((reason, index) => (
                <li key={index}>
                  <span class="secondary tabular">{timeText(Date.parse(reason.at), locale)}</span>
                  <span>{whyText(reason, t, shown)}</span>
                </li>
              ))}
            </ol>
          </>
        )}
      </Dialog>
    </div>
  );
}
