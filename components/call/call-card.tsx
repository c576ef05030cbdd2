import { useRef } from 'preact/hooks';
import type { CallView } from '@/utils/contract/phone-state';
import { CallQuality } from '@/components/quality/call-quality';
import { useParty } from '@/components/surface/use-party';
import { CallControls } from './call-controls';
import { CallNotes } from './call-notes';
import { CallTimer } from './call-timer';
import { CallWho } from './call-who';
import { HeldCall } from './held-call';
import { IncomingActions } from './incoming-actions';
import { TransferringCall } from './transferring-call';
import { SilenceButton } from './silence-button';
import { useHoldFocus } from './use-hold-focus';
import './call-card.css';

/** One call in the popup and the call window: ringing, being set up, in progress or on hold. */
export function CallCard({ call }: { call: CallView }) {
  const party = useParty(call.remote);
  const card = useRef<HTMLElement>(null);
  useHoldFocus(card, call.state);
  const look = call.state === 'ringing' || call.state === 'held' ? call.state : 'ongoing';
  if (call.state === 'transferring') {
    return (
      <section class="call-card call-card-held" ref={card} aria-label={party.title}>
        <TransferringCall call={call} />
      </section>
    );
  }
  return (
    <section class={`call-card call-card-${look}`} ref={card} aria-label={party.title}>
      {look === 'held' ? (
        <HeldCall call={call} />
      ) : (
        <>
          <div class="call-row">
            <CallWho call={call} />
            {look === 'ringing' ? <SilenceButton call={call} /> : <CallTimer call={call} />}
          </div>
          <CallNotes call={call} />
          {look === 'ringing' ? <IncomingActions call={call} /> : <CallControls call={call} />}
          {call.state === 'active' && <CallQuality callId={call.id} />}
        </>
      )}
    </section>
  );
}
