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
import { PanelDot } from './panel-dot';
import { PanelProblem } from './panel-problem';
import { PanelStrip } from './panel-strip';

interface PanelCallProps {
  call: CallView;
  /** The topmost says what could not be done, and moves the panel. */
  first: boolean;
}

function headline(call: CallView): MessageKey {
  if (call.state === 'active') return 'status.inCall';
  if (call.state === 'held') return 'call.onHold';
  if (call.state === 'transferring') return 'transfer.title';
  return call.direction === 'incoming' ? 'call.incoming' : 'call.outgoing';
}

/** A strip that says the state by colour and word, who it is, and what can be done; on hold a row, without a strip below others. */
export function PanelCall({ call, first }: PanelCallProps) {
  const { t } = useWords();
  const party = useParty(call.remote);
  const card = useRef<HTMLElement>(null);
  useHoldFocus(card, call.state);
  const ringing = call.state === 'ringing';
  const held = call.state === 'held' || call.state === 'transferring';
  return (
    <article class={`panel-call panel-call-${ringing ? 'ringing' : held ? 'held' : 'ongoing'}`} ref={card} aria-label={party.title}>
      {(first || !held) && (
        <PanelStrip first={first}>
          <PanelDot state={call.state} />
          <span class="panel-headline" role={ringing ? 'alert' : 'status'}>
            {t(headline(call))}
          </span>
          {!ringing && !held && <CallTimer call={call} />}
        </PanelStrip>
      )}
      <div class="panel-body">
        {held ? (
          <>
            {first && <PanelProblem />}
            {call.state === 'transferring' ? <TransferringCall call={call} /> : <HeldCall call={call} />}
          </>
        ) : (
          <>
            <div class="call-row">
              <CallWho call={call} size="large" />
              {ringing && <SilenceButton call={call} />}
            </div>
            {first && <PanelProblem />}
            <CallNotes call={call} />
            {ringing ? <IncomingActions call={call} /> : <CallControls call={call} />}
          </>
        )}
      </div>
    </article>
  );
}
