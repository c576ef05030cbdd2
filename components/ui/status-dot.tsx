import type { Presence } from '@/components/words/status-words';
import './status-dot.css';

/** State by shape as well as colour: full, hollow, or a ring with a gap. Words stand beside it. */
export function StatusDot({ presence }: { presence: Presence }) {
  return <span class={`status-dot status-dot-${presence}`} aria-hidden="true" />;
}
