import { PhoneForwarded, Play } from 'lucide-preact';
import { useCallback, useRef, useState } from 'preact/hooks';
import type { CallView } from '@/utils/contract/phone-state';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { Button } from '@/components/ui/button';
import { deliberate } from '@/components/ui/deliberate';
import { HangUp } from '@/components/ui/hang-up-icon';
import { IconButton } from '@/components/ui/icon-button';
import { CallNotes } from './call-notes';
import { CallTimer } from './call-timer';
import { CallWho } from './call-who';
import { TransferPicker } from './transfer-picker';
import { useTransferKey } from './use-transfer-key';
import './held-call.css';
import './incoming-actions.css';

/** A call put aside: who waits, and the way back. Small beside others; the only one left shows what comes next. */
export function HeldCall({ call }: { call: CallView }) {
  const { t } = useWords();
  const { phone } = useSurface().models;
  const left = phone.left.value?.id === call.id;
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const openTransfer = useCallback(() => setOpen(true), []);
  useTransferKey(left, openTransfer);
  // These buttons come where Hold was, and Hold where Resume was.
  const resume = deliberate(() => void phone.resume(call.id));
  const hangUp = deliberate(() => void phone.hangUp(call.id));
  const state = (
    <>
      <span role="status">{t('call.onHold')}</span>
      {' · '}
      <CallTimer call={call} />
    </>
  );
  const transfer = (
    <IconButton icon={PhoneForwarded} label={t('transfer.open')} expanded={open} buttonRef={opener} onClick={() => setOpen(!open)} />
  );
  return (
    <>
      <div class="held-call">
        <CallWho call={call} detail={state} />
        {left && <div class="held-call-actions">{transfer}</div>}
        {!left && (
          <div class="held-call-actions">
            <Button size="small" icon={Play} holds onClick={resume}>
              {t('call.resume')}
            </Button>
            {transfer}
            <IconButton icon={HangUp} look="end" label={t('call.hangUp')} onClick={hangUp} />
          </div>
        )}
      </div>
      {open && (
        <TransferPicker
          call={call}
          onClose={() => {
            setOpen(false);
            opener.current?.focus();
          }}
        />
      )}
      <CallNotes call={call} />
      {left && (
        <>
          <div class="incoming-actions">
            <Button look="decline" size="large" icon={HangUp} onClick={hangUp}>
              {t('call.hangUp')}
            </Button>
            <Button look="primary" size="large" icon={Play} holds onClick={resume}>
              {t('call.resume')}
            </Button>
          </div>
        </>
      )}
    </>
  );
}
