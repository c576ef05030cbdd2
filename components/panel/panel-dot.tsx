import type { CallState } from '@/utils/domain/call/call-state';

/** A call's state by colour, beside its word; it pulses while it rings. */
export function PanelDot({ state }: { state: CallState }) {
  if (state === 'ringing') return <span class="panel-pulse" aria-hidden="true" />;
  const look = { active: 'busy', held: 'away' }[state as string] ?? 'ringing';
  return <span class={`panel-dot panel-dot-${look}`} aria-hidden="true" />;
}
