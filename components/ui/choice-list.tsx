import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './choice-list.css';

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly hint?: string;
  /** A picture of what is chosen. */
  readonly sample?: ComponentChildren;
}

interface ChoiceListProps<T extends string> {
  legend: string;
  value: T;
  choices: readonly Choice<T>[];
  /** Side by side, or below each other where each needs a line of words. */
  across?: boolean;
  onChange: (value: T) => void;
}

/** One of a few that need more than a word each. */
export function ChoiceList<T extends string>({ legend, value, choices, across = false, onChange }: ChoiceListProps<T>) {
  const name = useId();
  return (
    <fieldset class={`choice-list ${across ? 'choice-list-across' : ''}`}>
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} class="choice">
          <input type="radio" name={name} value={choice.value} checked={choice.value === value} onChange={() => onChange(choice.value)} />
          <span class="choice-text">
            <b>{choice.label}</b>
            {choice.hint && <span class="secondary">{choice.hint}</span>}
            {choice.sample}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
