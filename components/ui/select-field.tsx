import { useId } from 'preact/hooks';
import './field.css';

interface SelectFieldProps {
  label: string;
  name: string;
  value: string;
  options: readonly { readonly value: string; readonly label: string }[];
  /** What helps, or what is wrong. */
  hint?: string | undefined;
  onChange: (value: string) => void;
}

export function SelectField({ label, name, value, options, hint, onChange }: SelectFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="field-box">
        <select id={id} name={name} value={value} aria-describedby={hint ? `${id}-hint` : undefined} onChange={(event) => onChange(event.currentTarget.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
      {hint && (
        <p id={`${id}-hint`} class="field-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
