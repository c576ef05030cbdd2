import { Phone, PhoneForwarded, PhoneOutgoing } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { CommandError } from '@/utils/contract/commands';
import type { TransferKind } from '@/utils/domain/call/put-through';
import type { AskedParty } from '@/utils/models/phone-model';
import { commandSentence } from '@/components/words/sentences';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { useParty } from '@/components/surface/use-party';
import { Button } from '@/components/ui/button';
import { deliberate } from '@/components/ui/deliberate';
import { Dialog } from '@/components/ui/dialog';
import './call-or-transfer.css';

/** During a call the handset beside somebody may mean two things: it is asked which. */
export function CallOrTransfer() {
  const { phone } = useSurface().models;
  const asked = phone.asked.value;
  return asked && <Choice asked={asked} />;
}

function Choice({ asked }: { asked: AskedParty }) {
  const { t } = useWords();
  const { phone } = useSurface().models;
  const { title } = useParty(asked);
  const [error, setError] = useState<CommandError | null>(null);
  const call = phone.handOn.value;
  const close = () => phone.dismissAsked();
  const done = (failed: CommandError | null) => (failed === null ? close() : setError(failed));
  const transfer = (kind: TransferKind) => deliberate(() => void (call && phone.transfer(call.id, asked.number, kind).then(done)));
  return (
    <Dialog title={title} onClose={close} actions={<Button onClick={close}>{t('transfer.close')}</Button>}>
      <div class="call-or-transfer">
        {!phone.busy.value && (
          <Button look="answer" icon={Phone} onClick={deliberate(() => void phone.dial(asked.number, asked.source).then(done))}>
            {t('dialer.call')}
          </Button>
        )}
        {call !== null && (
          <>
            <Button icon={PhoneOutgoing} onClick={transfer('attended')}>
              {t('transfer.attended')}
            </Button>
            <Button icon={PhoneForwarded} onClick={transfer('blind')}>
              {t('transfer.blind')}
            </Button>
          </>
        )}
        {error && (
          <p class="field-error" role="alert">
            {t(commandSentence(error))}
          </p>
        )}
      </div>
    </Dialog>
  );
}
