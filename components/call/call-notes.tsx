import { MicOff, Pause, PhoneForwarded } from 'lucide-preact';
import type { CallView, RemoteParty } from '@/utils/contract/phone-state';
import type { TransferFailure } from '@/utils/domain/call/transfer-progress';
import { transferSentence } from '@/components/words/sentences';
import { useWords } from '@/components/words/words';
import { useParty } from '@/components/surface/use-party';
import { useSurface } from '@/components/surface/surface-context';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { AudioNotes } from './audio-notes';
import { CallNote } from './call-note';
import { QualityNote } from './quality-note';

/** How the call came here or back, why one of the two hears nothing, and what makes it sound bad. */
export function CallNotes({ call }: { call: CallView }) {
  const { t } = useWords();
  const { openCallWindow } = useSurface().actions;
  if (call.microphoneLost) {
    return (
      <div class="call-note call-note-lost" role="alert">
        <Icon of={MicOff} />
        <span>{t('call.microphoneLost')}</span>
        {openCallWindow && (
          <Button size="small" onClick={() => openCallWindow()}>
            {t('call.openCallWindow')}
          </Button>
        )}
      </div>
    );
  }
  const held = call.state === 'held';
  return (
    <>
      {call.transfer?.state === 'failed' && call.transfer.reason && <FailedTransfer to={call.transfer.to} reason={call.transfer.reason} />}
      {call.transferredBy && !held && <TransferredBy party={call.transferredBy} />}
      {/* Held here, nobody hears anything anyway. */}
      {call.heldByRemote && !held && <CallNote icon={Pause} text={t('call.heldByRemote')} />}
      {call.state === 'active' && <AudioNotes />}
      {call.muted && !held && <CallNote icon={MicOff} text={t('call.mutedNote')} />}
      {call.quality !== null && !held && <QualityNote warning={call.quality} />}
    </>
  );
}

function FailedTransfer({ to, reason }: { to: RemoteParty; reason: TransferFailure }) {
  const { t } = useWords();
  const party = useParty(to);
  return <CallNote icon={PhoneForwarded} role="alert" text={`${t('transfer.failed', [party.title])} ${t(transferSentence(reason))}`} />;
}

function TransferredBy({ party }: { party: RemoteParty }) {
  const { t } = useWords();
  return <CallNote icon={PhoneForwarded} text={t('transfer.by', [useParty(party).title])} />;
}
