import { Undo2 } from 'lucide-preact';
import type { CallView } from '@/utils/contract/phone-state';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { useParty } from '@/components/surface/use-party';
import { Button } from '@/components/ui/button';
import { deliberate } from '@/components/ui/deliberate';
import { HangUp } from '@/components/ui/hang-up-icon';
import { IconButton } from '@/components/ui/icon-button';
import { CallWho } from './call-who';
import './held-call.css';

const NOBODY = Object.freeze({ number: '', name: null });

/** A call that is on its way to somebody else: how far it has come, and the way back while there is one. */
export function TransferringCall({ call }: { call: CallView }) {
  const { t } = useWords();
  const { phone } = useSurface().models;
  const to = useParty(call.transfer?.to ?? NOBODY).title;
  const progress = t(call.transfer?.state === 'ringing' ? 'transfer.ringing' : 'transfer.trying', [to]);
  return (
    <div class="held-call">
      <CallWho call={call} detail={<span role="status">{progress}</span>} />
      <div class="held-call-actions">
        <Button size="small" icon={Undo2} holds onClick={deliberate(() => void phone.takeBack(call.id))}>
          {t('transfer.takeBack')}
        </Button>
        <IconButton icon={HangUp} look="end" label={t('call.hangUp')} onClick={deliberate(() => void phone.hangUp(call.id))} />
      </div>
    </div>
  );
}
