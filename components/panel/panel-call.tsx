import type { CallView } from '@/utils/contract/phone-state';
import { useWords, type MessageKey } from '@/components/words/words';
import { CallControls } from '@/components/call/call-controls';
import { CallNotes } from '@/components/call/call-notes';
import { CallTimer } from '@/components/call/call-timer';
import { CallWho } from '@/components/call/call-who';
import { IncomingActions } from '@/components/call/incoming-actions';
import { PanelProblem } from './panel-problem';

function headline(call: CallView): MessageKey {
  if (call.state === 'active') return 'status.inCall';
  return call.direction === 'incoming' ? 'call.incoming' : 'call.outgoing';
}

/** A strip that says the state by colour and word, who it is, and what can be done. */
export function PanelCall({ call }: { call: CallView }) {
  const { t } = useWords();
  const ringing = call.state === 'ringing';
  return (
    <article class={`panel-call panel-call-${ringing ? 'ringing' : 'ongoing'}`}>
      <header role={ringing ? 'alert' : undefined}>
        <span class={ringing ? 'panel-pulse' : `panel-dot panel-dot-${call.state === 'active' ? 'busy' : 'ringing'}`} aria-hidden="true" />
        <span class="panel-headline">{t(headline(call))}</span>
        {!ringing && <CallTimer call={call} />}
      </header>
      <div class="panel-body">
        <CallWho call={call} size="large" />
        <PanelProblem />
        <CallNotes call={call} />
        {ringing ? <IncomingActions call={call} /> : <CallControls call={call} />}
      </div>
    </article>
  );
}
