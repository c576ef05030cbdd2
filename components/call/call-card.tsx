import type { CallView } from '@/utils/contract/phone-state';
import { useParty } from '@/components/surface/use-party';
import { CallControls } from './call-controls';
import { CallNotes } from './call-notes';
import { CallTimer } from './call-timer';
import { CallWho } from './call-who';
import { IncomingActions } from './incoming-actions';
import './call-card.css';

/** One call in the popup and the call window: ringing, being set up or in progress. */
export function CallCard({ call }: { call: CallView }) {
  const party = useParty(call.remote);
  const ringing = call.state === 'ringing';
  return (
    <section class={`call-card ${ringing ? 'call-card-ringing' : ''}`} aria-label={party.title}>
      <div class="call-card-row">
        <CallWho call={call} />
        {!ringing && <CallTimer call={call} />}
      </div>
      <CallNotes call={call} />
      {ringing ? <IncomingActions call={call} /> : <CallControls call={call} />}
    </section>
  );
}
