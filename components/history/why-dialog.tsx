import type { HistoryEntry } from '@/utils/contract/history-entry';
import { momentText, timeText } from '@/components/words/time-text';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { whyText } from './why-text';
import './why-dialog.css';

interface WhyDialogProps {
  entry: HistoryEntry & Required<Pick<HistoryEntry, 'why'>>;
  title: string;
  onClose: () => void;
}

/** What was decided about a call, step by step, as the server recorded it. */
export function WhyDialog({ entry, title, onClose }: WhyDialogProps) {
  const { t, locale } = useWords();
  const { formatter, region, now } = useSurface().models;
  const shown = (number: string) => formatter.value?.formatForPerson(number, region.value) ?? number;
  return (
    // Keys pressed here are not meant for the list below.
    <div onKeyDown={(event) => event.stopPropagation()}>
      <Dialog title={t('why.title', [title])} onClose={onClose} actions={<Button onClick={onClose}>{t('why.close')}</Button>}>
        <p class="secondary tabular">{momentText(entry.startedAt, now.value, locale)}</p>
        <ol class="why-steps">
          {entry.why.map((reason, index) => (
            <li key={index}>
              <span class="secondary tabular">{timeText(Date.parse(reason.at), locale)}</span>
              <span>{whyText(reason, t, shown)}</span>
            </li>
          ))}
        </ol>
      </Dialog>
    </div>
  );
}
