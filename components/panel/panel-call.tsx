import { useRef } from 'preact/hooks';
import type { CallView } from '@/utils/contract/phone-state';
import { useWords, type MessageKey } from '@/components/words/words';
import { useParty } from '@/components/surface/use-party';
import { CallControls } from '@/components/call/call-controls';
import { CallNotes } from '@/components/call/call-notes';
import { CallTimer } from '@/components/call/call-timer';
import { CallWho } from '@/components/call/call-who';
import { HeldCall } from '@/components/call/held-call';
import { IncomingActions } from '@/components/call/incoming-actions';
import { SilenceButton } from '@/components/call/silence-button';
import { TransferringCall } from '@/components/call/transferring-call';
import { useHoldFocus } from '@/components/call/use-hold-focus';
import { PanelProblem } from './panel-problem';

interface PanelCallProps {
  call: CallView;
  /** The topmost says what could not be done. */
  first: boolean;
}

function headline(call: CallView): MessageKey {
  if (call.state === 'active') return 'status.inCall';
  return call.direction === 'incoming' ? 'call.incoming' : 'call.outgoing';
}

/** A strip that says the state by colour and word, who it is, and what can be done; on hold a row without a strip. */
export function PanelCall({ call, first }: PanelCallProps) {
  const { t } = useWords();
  const party = useParty(call.remote);
  const card = useRef<HTMLElement>(null);
  useHoldFocus(card, call.state);
  const ringing = call.state === 'ringing';
  if (call.state === 'held' || call.state === 'transferring') {
    return (
      <article class="panel-call panel-call-held" ref={card} aria-label={party.title}>
        <div class="panel-body">
          {first && <PanelProblem />}
          {call.state === 'held' ? <HeldCall call={call} /> : <TransferringCall call={call} />}
        </div>
      </article>
    );
  }
  return (
    <article class={`panel-call panel-call-${ringing ? 'ringing' : 'ongoing'}`} ref={card} aria-label={party.title}>
      <header role={ringing ? 'alert' : undefined}>
        <span class={ringing ? 'panel-pulse' : `panel-dot panel-dot-${call.state === 'active' ? 'busy' : 'ringing'}`} aria-hidden="true" />
        <span class="panel-headline">{t(headline(call))}</span>
        {!ringing && <CallTimer call={call} />}
      </header>
      <div class="panel-body">
        <div class="call-row">
          <CallWho call={call} size="large" />
          {ringing && <SilenceButton call={call} />}
        </div>
        {first && <PanelProblem />}
        <CallNotes call={call} />
        {ringing ? <IncomingActions call={call} /> : <CallControls call={call} />}
      </div>
    </article>
  );
}
