import type { ComponentChildren, HTMLAttributes } from 'preact';
import './list-row.css';

interface ListRowProps {
  leading: ComponentChildren;
  title: ComponentChildren;
  /** All of it, on hover, where a long one is cut. */
  hint: string;
  detail: ComponentChildren;
  trailing?: ComponentChildren;
  tone?: 'plain' | 'missed';
  /** Of the item itself: where it stands in a list of which only a part is drawn. */
  item?: HTMLAttributes<HTMLLIElement> & { readonly 'data-id'?: string };
}

export function ListRow({ leading, title, hint, detail, trailing, tone = 'plain', item }: ListRowProps) {
  return (
    <li class={`list-row list-row-${tone}`} {...item}>
      {leading}
      <div class="list-row-text" title={hint}>
        <div class="list-row-title truncate">{title}</div>
        <div class="secondary truncate">{detail}</div>
      </div>
      {trailing}
    </li>
  );
}
