import { Grip, Mic, MicOff } from 'lucide-preact';
import type { LucideIcon } from 'lucide-preact';
import type { Ref } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { CallView } from '@/utils/contract/phone-state';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { Button } from '@/components/ui/button';
import { HangUp } from '@/components/ui/hang-up-icon';
import { Icon } from '@/components/ui/icon';
import { trusted } from '@/components/ui/trusted';
import { CallKeypad } from './call-keypad';
import './call-controls.css';

/** What can be done with a call that has been made or answered. */
export function CallControls({ call }: { call: CallView }) {
  const { t } = useWords();
  const { phone } = useSurface().models;
  const [keypad, setKeypad] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const closeKeypad = () => {
    setKeypad(false);
    opener.current?.focus();
  };
  const hangUp = trusted((event: MouseEvent) => {
    // These buttons come where Answer was: the second click of a double click is not meant for them.
    if (event.detail < 2) void phone.hangUp(call.id);
  });

  if (call.state !== 'active') {
    return (
      <div class="call-controls call-controls-single">
        <Button look="end" size="large" icon={HangUp} onClick={hangUp}>
          {t('call.cancel')}
        </Button>
      </div>
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
        <Control icon={Grip} label={t('call.keypad')} expanded={keypad} buttonRef={opener} onClick={() => setKeypad(!keypad)} />
        <Control icon={HangUp} label={t('call.hangUp')} end onClick={hangUp} />
      </div>
      {keypad && <CallKeypad call={call} onClose={closeKeypad} />}
    </>
  );
}

interface ControlProps {
  icon: LucideIcon;
  label: string;
  pressed?: boolean;
  expanded?: boolean;
  end?: boolean;
  buttonRef?: Ref<HTMLButtonElement>;
  onClick: (event: MouseEvent) => void;
}

function Control({ icon, label, pressed, expanded, end = false, buttonRef, onClick }: ControlProps) {
  return (
    <button
      type="button"
      ref={buttonRef ?? null}
      class={`call-control ${end ? 'call-control-end' : ''}`}
      aria-pressed={pressed}
      aria-expanded={expanded}
      onClick={onClick}
    >
      <Icon of={icon} size={18} />
      <span>{label}</span>
    </button>
  );
}
