import type { ComponentChildren } from 'preact';
import { PanelTools } from './panel-tools';
import { useDrag } from './use-drag';

interface PanelStripProps {
  children: ComponentChildren;
  /** The topmost moves and minimises the panel. */
  first: boolean;
}

/** The coloured line on top of a card; the first is what the panel is dragged by. */
export function PanelStrip({ children, first }: PanelStripProps) {
  const drag = useDrag();
  return (
    <header {...(first && drag)} class={first ? 'panel-strip panel-handle' : 'panel-strip'}>
      {children}
      {first && <PanelTools />}
    </header>
  );
}
