import { Grip, Mic, MicOff, Pause, PhoneForwarded } from 'lucide-preact';
import type { LucideIcon } from 'lucide-preact';
import type { Ref } from 'preact';
import { useCallback, useRef, useState } from 'preact/hooks';
import type { CallView } from '@/utils/contract/phone-state';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { Button } from '@/components/ui/button';
import { deliberate } from '@/components/ui/deliberate';
import { HangUp } from '@/components/ui/hang-up-icon';
import { Icon } from '@/components/ui/icon';
import { CallKeypad } from './call-keypad';
import { PutThrough } from './put-through';
import { TransferPicker } from './transfer-picker';
import { useTransferKey } from './use-transfer-key';
import './call-controls.css';

/** What can be done with a call that has been made or answered. */
export function CallControls({ call }: { call: CallView }) {
  const { t } = useWords();
  const { phone } = useSurface().models;
  const [open, setOpen] = useState<'keypad' | 'transfer' | null>(null);
  const keypad = useRef<HTMLButtonElement>(null);
  const transfer = useRef<HTMLButtonElement>(null);
  const close = (opener: typeof keypad) => () => {
    setOpen(null);
    opener.current?.focus();
  };
  const openTransfer = useCallback(() => setOpen('transfer'), []);
  useTransferKey(phone.handOn.value?.id === call.id, openTransfer);
  // These buttons come where Answer and Resume were.
  const hangUp = deliberate(() => void phone.hangUp(call.id));
  const hold = deliberate(() => void phone.hold(call.id));

  if (call.state !== 'active') {
    return (
      <>
        <div class="call-controls call-controls-single">
          <Button look="end" size="large" icon={HangUp} onClick={hangUp}>
            {t('call.cancel')}
          </Button>
        </div>
        <PutThrough call={call} />
      </>
    );
  }
  return (
    <>
      <div class="call-controls">
        <Control
          icon={call.muted ? MicOff : Mic}
          label={t('call.mute')}
          pressed={call.muted}
          onClick={() => void phone.setMuted(call.id, !call.muted)}
        />
        <Control icon={Pause} label={t('call.hold')} pressed={false} holds onClick={hold} />
        <Control icon={Grip} label={t('call.keypad')} expanded={open === 'keypad'} buttonRef={keypad} onClick={() => setOpen(open === 'keypad' ? null : 'keypad')} />
        <Control
          icon={PhoneForwarded}
          label={t('transfer.open')}
          keyHint="T"
          expanded={open === 'transfer'}
          buttonRef={transfer}
          onClick={() => setOpen(open === 'transfer' ? null : 'transfer')}
        />
        <Control icon={HangUp} label={t('call.hangUp')} end onClick={hangUp} />
      </div>
      {open === 'keypad' && <CallKeypad call={call} onClose={close(keypad)} />}
      {open === 'transfer' && <TransferPicker call={call} onClose={close(transfer)} />}
      <PutThrough call={call} />
    </>
  );
}

interface ControlProps {
  icon: LucideIcon;
  label: string;
  pressed?: boolean;
  expanded?: boolean;
  end?: boolean;
  holds?: boolean;
  /** The key that does the same. */
  keyHint?: string;
  buttonRef?: Ref<HTMLButtonElement>;
  onClick: (event: MouseEvent) => void;
}

function Control({ icon, label, pressed, expanded, end = false, holds = false, keyHint, buttonRef, onClick }: ControlProps) {
  return (
    <button
      type="button"
      ref={buttonRef ?? null}
      class={`call-control ${end ? 'call-control-end' : ''}`}
      aria-pressed={pressed}
      aria-expanded={expanded}
      data-holds={holds || undefined}
      aria-keyshortcuts={keyHint}
      title={keyHint && `${label} (${keyHint})`}
      onClick={onClick}
    >
      <Icon of={icon} size={18} />
      <span>{label}</span>
    </button>
  );
}
