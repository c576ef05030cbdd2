import { X } from 'lucide-preact';
import { IconButton } from '@/components/ui/icon-button';
import './removable-list.css';

interface RemovableListProps {
  entries: readonly { readonly key: string; readonly title: string; readonly detail?: string; readonly removeLabel: string; readonly onRemove: () => void }[];
  label: string;
}

export function RemovableList({ entries, label }: RemovableListProps) {
  return (
    <ul class="removable-list" aria-label={label}>
      {entries.map(({ key, title, detail, removeLabel, onRemove }) => (
        <li key={key}>
          <span class="tabular">{title}</span>
          {detail !== undefined && <span class="secondary">{detail}</span>}
          <IconButton icon={X} label={removeLabel} onClick={onRemove} />
        </li>
      ))}
    </ul>
  );
}
