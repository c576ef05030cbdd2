import type { LucideIcon } from 'lucide-preact';
import { useId } from 'preact/hooks';
import { Icon } from './icon';
import './slider.css';

interface SliderProps {
  label: string;
  icon: LucideIcon;
  /** 0 to 1. */
  value: number;
  /** How the value is said: "80 %". */
  text: string;
  onInput: (value: number) => void;
}

/** Twenty steps, by arrow keys too; `Home` and `End` for none and all. */
export function Slider({ label, icon, value, text, onInput }: SliderProps) {
  const id = useId();
  return (
    <div class="slider">
      <label for={id}>{label}</label>
      <div class="slider-row">
        <Icon of={icon} size={16} />
        <input
          id={id}
          type="range"
          min={0}
          max={1}
          step={0.05}
          value={value}
          aria-valuetext={text}
          style={{ '--part': `${value * 100}%` }}
          onInput={(event) => onInput(Number(event.currentTarget.value))}
        />
        <output for={id} aria-hidden="true">
          {text}
        </output>
      </div>
    </div>
  );
}
