import { ChevronDown } from 'lucide-preact';
import type { ComponentType } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import type { ReadonlySignal } from '@preact/signals';
import type { CallSamples } from '@/utils/contract/call-quality';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { Icon } from '@/components/ui/icon';
import { qualityFacts } from './quality-facts';
import { QualityList } from './quality-list';
import type { QualityPlotProps } from './quality-plot-props';
import './call-quality.css';

/** How the call sounds, for who wants to know: opened by a press, and only then measured values are sent here. */
export function CallQuality({ callId }: { callId: string }) {
  const { t } = useWords();
  const { quality } = useSurface().models;
  const [open, setOpen] = useState(false);
  const details = useId();
  if (quality === null) return null;
  return (
    <div class="call-quality">
      <button type="button" class="call-quality-toggle" aria-expanded={open} aria-controls={open ? details : undefined} onClick={() => setOpen(!open)}>
        <Icon of={ChevronDown} size={16} />
        {t('quality.title')}
      </button>
      {open && (
        <div id={details} class="call-quality-details">
          <Details callId={callId} quality={quality} />
        </div>
      )}
    </div>
  );
}

function Details({ callId, quality }: { callId: string; quality: ReadonlySignal<CallSamples> }) {
  const words = useWords();
  const Plot = usePlot();
  const samples = quality.value.get(callId) ?? [];
  const last = samples.at(-1);
  if (last === undefined) return <p class="secondary">{words.t('quality.measuring')}</p>;
  return (
    <>
      {Plot && <Plot samples={samples} />}
      <QualityList facts={qualityFacts(last, words)} />
    </>
  );
}

/** Null until its code is here; without it the values stand alone. */
function usePlot(): ComponentType<QualityPlotProps> | null {
  const { loadQualityPlot } = useSurface().actions;
  const [plot, setPlot] = useState<{ readonly component: ComponentType<QualityPlotProps> } | null>(null);
  useEffect(() => {
    let wanted = true;
    loadQualityPlot?.().then(
      (component) => wanted && setPlot({ component }),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [loadQualityPlot]);
  return plot?.component ?? null;
}
