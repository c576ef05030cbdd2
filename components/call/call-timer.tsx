import { useComputed } from '@preact/signals';
import type { CallView } from '@/utils/contract/phone-state';
import { callSeconds, clockText } from '@/utils/models/call-duration';
import { useWords, type MessageKey } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import './call-timer.css';

const BEFORE: Partial<Record<CallView['state'], MessageKey>> = {
  dialling: 'call.dialling',
  alerting: 'call.alerting',
  answering: 'call.answering',
};

/** How far the call has come: words before the answer, the time after it. */
export function CallTimer({ call }: { call: CallView }) {
  const { t } = useWords();
  const { models } = useSurface();
  const { answeredAt, endedAt } = call;
  const text = useComputed(() => {
    const seconds = callSeconds({ answeredAt, endedAt }, models.now.value);
    return seconds === null ? null : clockText(seconds);
  });
  const before = BEFORE[call.state];
  if (before !== undefined) {
    return (
      <span class="call-progress" role="status">
        {t(before)}
      </span>
    );
  }
  return (
    <time class="call-timer tabular" role="timer" aria-label={t('call.duration')}>
      {text}
    </time>
  );
}
