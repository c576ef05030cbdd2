import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '@/components/words/words';
import './dial-pad.css';

/** ITU-T E.161: the letters under the digits. */
const KEYS = [
  ['1', ''], ['2', 'ABC'], ['3', 'DEF'],
  ['4', 'GHI'], ['5', 'JKL'], ['6', 'MNO'],
  ['7', 'PQRS'], ['8', 'TUV'], ['9', 'WXYZ'],
  ['*', ''], ['0', '+'], ['#', ''],
] as const;

const HOLD_MS = 500;

interface DialPadProps {
  onKey: (key: string) => void;
  /** With letters, and with a plus on a held zero. */
  letters?: boolean;
}

export function DialPad({ onKey, letters = true }: DialPadProps) {
  const { t } = useWords();
  const hold = useRef<{ timer: ReturnType<typeof setTimeout>; done: boolean } | null>(null);
  const stopHold = () => clearTimeout(hold.current?.timer);
  useEffect(() => stopHold, []);

  const startHold = () => {
    const state = {
      done: false,
      timer: setTimeout(() => {
        state.done = true;
        onKey('+');
      }, HOLD_MS),
    };
    hold.current = state;
  };
  const press = (key: string) => {
    stopHold();
    const held = hold.current?.done === true;
    hold.current = null;
    if (!held) onKey(key);
  };
  const name = (key: string) => (key === '*' ? t('dialer.star') : key === '#' ? t('dialer.hash') : key);

  return (
    <div class={`dial-pad ${letters ? '' : 'dial-pad-plain'}`}>
      {KEYS.map(([key, below]) => (
        <button
          key={key}
          type="button"
          class="pad-key"
          aria-label={name(key)}
          title={letters && key === '0' ? t('dialer.plusHint') : undefined}
          onPointerDown={letters && key === '0' ? startHold : undefined}
          onPointerLeave={stopHold}
          onClick={() => press(key)}
        >
          <b>{key}</b>
          {/* Drawn, not written: the key is named by its digit alone. */}
          {letters && <span data-letters={below} />}
        </button>
      ))}
    </div>
  );
}
