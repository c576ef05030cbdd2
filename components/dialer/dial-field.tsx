import { Delete, Grip, Phone } from 'lucide-preact';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { commandSentence } from '@/components/words/sentences';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { IconButton } from '@/components/ui/icon-button';
import { DialPad } from './dial-pad';
import './dial-field.css';

interface DialFieldProps {
  padShown: boolean;
  onTogglePad: () => void;
  /** Nothing else is going on: what is typed is a number to call. */
  takesFocus: boolean;
}

/** Type, paste or press a number; Enter or the green button calls it. */
export function DialField({ padShown, onTogglePad, takesFocus }: DialFieldProps) {
  const { t } = useWords();
  const { dialer } = useSurface().models;
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const text = dialer.text.value;
  const error = dialer.error.value;

  /** The model may have grouped the digits: show its text and put the caret after the same digit. */
  const sync = () => {
    const field = input.current;
    const caret = dialer.caret.value;
    if (!field) return;
    if (field.value !== dialer.text.value) field.value = dialer.text.value;
    if (caret !== null && document.activeElement === field) field.setSelectionRange(caret, caret);
  };
  useLayoutEffect(sync, [text]);
  useLayoutEffect(() => {
    if (takesFocus) input.current?.focus();
  }, [takesFocus]);
  useEffect(() => {
    if (!takesFocus) return undefined;
    // A digit typed anywhere belongs in the field; the key's own effect puts it there once the field has focus.
    const toField = (event: KeyboardEvent) => {
      const elsewhere = event.target instanceof Element && event.target.closest('input, textarea, select, dialog, [role=menu]');
      if (!elsewhere && /^[0-9+*#]$/.test(event.key) && !event.ctrlKey && !event.altKey && !event.metaKey) input.current?.focus();
    };
    document.addEventListener('keydown', toField);
    return () => document.removeEventListener('keydown', toField);
  }, [takesFocus]);

  const selection = () => {
    const field = input.current;
    const end = text.length;
    return [field?.selectionStart ?? end, field?.selectionEnd ?? end] as const;
  };
  const withFocus = (edit: () => void) => {
    edit();
    input.current?.focus();
    sync();
  };

  return (
    <form
      class="dialer"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        void dialer.submit().then(() => withFocus(() => undefined));
      }}
    >
      <div class={`dial-field ${error ? 'dial-field-wrong' : ''}`}>
        <input
          ref={input}
          type="text"
          inputMode="tel"
          autoComplete="off"
          spellcheck={false}
          value={text}
          placeholder={t('dialer.placeholder')}
          aria-label={t('dialer.label')}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? id : undefined}
          title={text === '' && dialer.canRedial.value ? t('dialer.redialHint') : undefined}
          onInput={(event) => {
            const field = event.currentTarget;
            dialer.type(field.value, field.selectionStart ?? field.value.length);
            sync();
          }}
          onKeyDown={(event) => {
            // A popup closes on Escape; with a number typed it first takes that away.
            if (event.key !== 'Escape' || text === '') return;
            event.preventDefault();
            dialer.clear();
          }}
          onPaste={(event) => {
            event.preventDefault();
            dialer.paste(event.clipboardData?.getData('text') ?? '', ...selection());
            sync();
          }}
        />
        {text !== '' && (
          <IconButton
            icon={Delete}
            size={17}
            label={t('dialer.backspace')}
            onClick={() => withFocus(() => dialer.backspace(...selection()))}
          />
        )}
        <IconButton
          icon={Grip}
          size={17}
          label={t(padShown ? 'dialer.hidePad' : 'dialer.showPad')}
          expanded={padShown}
          onClick={onTogglePad}
        />
        <button type="submit" class="dial-call" aria-label={t('dialer.call')} title={t('dialer.call')} aria-busy={dialer.dialling.value}>
          <Phone size={17} strokeWidth={1.9} aria-hidden="true" />
        </button>
      </div>
      {error && (
        <p class="dial-error" id={id} role="alert">
          {t(commandSentence(error))}
        </p>
      )}
      {padShown && <DialPad onKey={(key) => withFocus(() => dialer.press(key, ...selection()))} />}
    </form>
  );
}
