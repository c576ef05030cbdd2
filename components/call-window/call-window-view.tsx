import { CircleCheck, Mic, MicOff, PhoneOff, type LucideIcon } from 'lucide-preact';
import { useWords, type MessageKey } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { CallCard } from '@/components/call/call-card';
import { CallsToCome } from '@/components/call/calls-to-come';
import { ConferenceCard } from '@/components/call/conference-card';
import { EndedLine } from '@/components/call/ended-line';
import { MicrophoneStep, type MicrophoneStepProps } from '@/components/microphone/microphone-step';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { ProblemBanner } from '@/components/popup/problem-banner';
import './call-window-view.css';

interface CallWindowViewProps {
  /** Null where no window is needed for it. */
  microphone: MicrophoneStepProps | null;
  /** The track is lent to the background page right now. */
  lending: boolean;
}

/** What the microphone does now, in the window's last lines. */
function microphoneLine(state: MicrophoneStepProps['state'], lending: boolean, wanted: boolean): readonly [LucideIcon, MessageKey] {
  if (lending) return [CircleCheck, 'callWindow.ready'];
  if (state === 'denied') return [MicOff, 'microphone.deniedTitle'];
  if (state === 'missing') return [MicOff, 'microphone.missingTitle'];
  return wanted ? [Mic, 'callWindow.waiting'] : [MicOff, 'callWindow.off'];
}

/** The small window: the calls, and in Firefox why it must stay. */
export function CallWindowView({ microphone, lending }: CallWindowViewProps) {
  const { t } = useWords();
  const { phone } = useSurface().models;
  const calls = phone.live.value;
  const idle = calls.length === 0 && phone.ended.value.length === 0 && phone.asking.value === null && phone.ordered.value.length === 0;
  const blocked = microphone?.state === 'denied' || microphone?.state === 'missing';
  return (
    <main class="call-window">
      <h1 class="hidden-text">{t('callWindow.title')}</h1>
      <div class="call-window-calls">
        <ProblemBanner />
        <CallsToCome />
        {phone.incoming.value.map((call) => (
          <CallCard key={call.id} call={call} />
        ))}
        {phone.conference.value.length > 0 && <ConferenceCard calls={phone.conference.value} />}
        {phone.settled.value.map((call) => (
          <CallCard key={call.id} call={call} />
        ))}
        {phone.ended.value.map((call) => (
          <EndedLine key={call.id} call={call} source="call-window" />
        ))}
        {idle && !blocked && (
          <EmptyState icon={PhoneOff} title={t('callWindow.idle')} body={t('callWindow.idleBody')} />
        )}
        {blocked && microphone && (
          <div class="call-window-microphone stack">
            <MicrophoneStep {...microphone} />
          </div>
        )}
      </div>
      {microphone && <MicrophoneFooter state={microphone.state} lending={lending} wanted={microphone.asking || calls.some(({ state }) => state !== 'ringing')} />}
    </main>
  );
}

interface MicrophoneFooterProps {
  state: MicrophoneStepProps['state'];
  lending: boolean;
  wanted: boolean;
}

function MicrophoneFooter({ state, lending, wanted }: MicrophoneFooterProps) {
  const { t } = useWords();
  const [icon, line] = microphoneLine(state, lending, wanted);
  return (
    <footer>
      <p class={lending ? 'call-window-on' : ''} role="status">
        <Icon of={icon} size={16} />
        {t(line)}
      </p>
      <p class="secondary">{t('callWindow.why')}</p>
    </footer>
  );
}
