import { CircleCheck, Mic, PhoneOff } from 'lucide-preact';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { CallCard } from '@/components/call/call-card';
import { EndedLine } from '@/components/call/ended-line';
import { MicrophoneStep, type MicrophoneStepProps } from '@/components/microphone/microphone-step';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { ProblemBanner } from '@/components/popup/problem-banner';
import './call-window-view.css';

interface CallWindowViewProps {
  microphone: MicrophoneStepProps;
  /** The track is lent to the background page right now. */
  lending: boolean;
}

/** Firefox's small window: the call, and why the window must stay. */
export function CallWindowView({ microphone, lending }: CallWindowViewProps) {
  const { t } = useWords();
  const { phone } = useSurface().models;
  const calls = [...phone.incoming.value, ...phone.ongoing.value];
  const blocked = microphone.state === 'denied' || microphone.state === 'missing';
  return (
    <main class="call-window">
      <h1 class="hidden-text">{t('callWindow.title')}</h1>
      <div class="call-window-calls">
        <ProblemBanner />
        {calls.map((call) => (
          <CallCard key={call.id} call={call} />
        ))}
        {phone.ended.value.map((call) => (
          <EndedLine key={call.id} call={call} source="call-window" />
        ))}
        {calls.length === 0 && phone.ended.value.length === 0 && !blocked && (
          <EmptyState icon={PhoneOff} title={t('callWindow.idle')} body={t('callWindow.idleBody')} />
        )}
        {blocked && (
          <div class="call-window-microphone stack">
            <MicrophoneStep {...microphone} />
          </div>
        )}
      </div>
      <footer>
        <p class={lending ? 'call-window-on' : ''} role="status">
          <Icon of={lending ? CircleCheck : Mic} size={16} />
          {t(lending ? 'callWindow.ready' : 'callWindow.waiting')}
        </p>
        <p class="secondary">{t('callWindow.why')}</p>
      </footer>
    </main>
  );
}
