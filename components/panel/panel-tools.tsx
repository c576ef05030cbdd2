import { GripVertical, Maximize2, Minus } from 'lucide-preact';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { IconButton } from '@/components/ui/icon-button';
import { trusted } from '@/components/ui/trusted';
import { useDrag } from './use-drag';

const STEPS: Readonly<Record<string, readonly [number, number]>> = Object.freeze({ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] });

/** Moves the panel, by pointer or by keys, and makes it small or whole. Nothing where there is no page around. */
export function PanelTools() {
  const { t } = useWords();
  const { panel } = useSurface().models;
  const drag = useDrag();
  if (panel === null) return null;
  const small = panel.small.value;
  const move = trusted((event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined && event.key !== 'Home') return;
    event.preventDefault();
    if (step === undefined) panel.home();
    else void panel.step(...step);
  });
  return (
    <div class="panel-tools">
      <IconButton icon={GripVertical} label={t('panel.move')} onKeyDown={move} {...drag} />
      <IconButton icon={small ? Maximize2 : Minus} label={t(small ? 'panel.restore' : 'panel.minimise')} onClick={trusted(panel.toggle)} />
    </div>
  );
}
