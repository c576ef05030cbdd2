import type { ComponentChildren } from 'preact';
import './list-row.css';

interface ListRowProps {
  leading: ComponentChildren;
  title: ComponentChildren;
  /** All of it, on hover, where a long one is cut. */
  hint: string;
  detail: ComponentChildren;
  trailing?: ComponentChildren;
  tone?: 'plain' | 'missed';
}

export function ListRow({ leading, title, hint, detail, trailing, tone = 'plain' }: ListRowProps) {
  return (
    <li class={`list-row list-row-${tone}`}>
      {leading}
      <div class="list-row-text" title={hint}>
        <div class="list-row-title truncate">{title}</div>
        <div class="secondary truncate">{detail}</div>
      </div>
      {trailing}
    </li>
  );
}
