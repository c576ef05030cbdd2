import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './field.css';

export interface FieldProps {
  label: string;
  name: string;
  value: string;
  onInput: (value: string) => void;
  type?: 'text' | 'email' | 'password' | 'url';
  placeholder?: string;
  hint?: string;
  error?: string | undefined;
  /** Said after the label: "optional". */
  note?: string;
  autoComplete?: string;
  readOnly?: boolean;
  maxLength?: number;
  /** A button inside the field, at its end. */
  trailing?: ComponentChildren;
}

/** A label that stays, the field, and under it what is wrong or what helps. */
export function Field({ label, name, value, onInput, type = 'text', hint, error, note, trailing, ...rest }: FieldProps) {
  const id = useId();
  const below = error ?? hint;
  return (
    <div class="field">
      <label for={id}>
        {label} {note && <span class="field-note">{note}</span>}
      </label>
      <div class={`field-box ${error ? 'field-box-wrong' : ''} ${rest.readOnly ? 'field-box-locked' : ''}`}>
        <input
          id={id}
          name={name}
          type={type}
          value={value}
          spellcheck={false}
          autoCapitalize="none"
          aria-invalid={error ? true : undefined}
          aria-describedby={below ? `${id}-below` : undefined}
          onInput={(event) => onInput(event.currentTarget.value)}
          {...rest}
        />
        {trailing}
      </div>
      {below && (
        <p id={`${id}-below`} class={error ? 'field-error' : 'field-hint'}>
          {below}
        </p>
      )}
    </div>
  );
}
