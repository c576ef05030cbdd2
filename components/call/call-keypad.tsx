import { useEffect, useRef } from 'preact/hooks';
import type { CallView } from '@/utils/contract/phone-state';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { DialPad } from '@/components/dialer/dial-pad';
import './call-keypad.css';

interface CallKeypadProps {
  call: CallView;
  onClose: () => void;
}

/** Tones for menus and codes at the other end; the keyboard's digits work as well. */
export function CallKeypad({ call, onClose }: CallKeypadProps) {
  const { t } = useWords();
  const { phone } = useSurface().models;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const send = (tone: string) => void phone.sendTone(call.id, tone);
  return (
    <div
      class="call-keypad"
      ref={box}
      tabIndex={-1}
      role="group"
      aria-label={t('call.keypad')}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.altKey || event.metaKey) return;
        if (/^[0-9*#]$/.test(event.key)) send(event.key);
        if (event.key === 'Escape') {
          event.preventDefault();
          onClose();
        }
      }}
    >
      <output class="call-keypad-sent tabular" aria-label={t('call.sentTones')}>
        {call.dtmf}
      </output>
      <DialPad onKey={send} letters={false} />
    </div>
  );
}
