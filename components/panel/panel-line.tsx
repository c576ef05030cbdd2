import { Phone } from 'lucide-preact';
import type { CallView } from '@/utils/contract/phone-state';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { useParty } from '@/components/surface/use-party';
import { CallTimer } from '@/components/call/call-timer';
import { deliberate } from '@/components/ui/deliberate';
import { HangUp } from '@/components/ui/hang-up-icon';
import { IconButton } from '@/components/ui/icon-button';
import { PanelDot } from './panel-dot';
import { PanelTools } from './panel-tools';
import { useDrag } from './use-drag';

/** The panel made small: who, how long, and what cannot wait. */
export function PanelLine({ call }: { call: CallView }) {
  const { t } = useWords();
  const { phone } = useSurface().models;
  const party = useParty(call.remote);
  const drag = useDrag();
  const ringing = call.state === 'ringing';
  return (
    <article class={`panel-line panel-handle ${ringing ? 'panel-line-ringing' : ''}`} aria-label={party.title} {...drag}>
      <PanelDot state={call.state} />
      <b class="truncate" role={ringing ? 'alert' : 'status'}>
        {party.title}
      </b>
      {!ringing && <CallTimer call={call} />}
      {ringing && <IconButton icon={Phone} look="go" label={t('call.answer')} onClick={deliberate(() => void phone.answer(call.id))} />}
      {ringing ? (
        <IconButton icon={HangUp} look="end" label={t('call.decline')} onClick={deliberate(() => void phone.decline(call.id))} />
      ) : (
        <IconButton icon={HangUp} look="end" label={t('call.hangUp')} onClick={deliberate(() => void phone.hangUp(call.id))} />
      )}
      <PanelTools />
    </article>
  );
}
