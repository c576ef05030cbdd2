import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { SAMPLES_KEPT } from '@/utils/contract/call-quality';
import { useWords } from '@/components/words/words';
import type { QualityPlotProps } from './quality-plot-props';
import './quality-plot.css';

/** CSS pixels. */
const HEIGHT = 104;
/** Per cent that the scale of losses shows at least: what is concealed well looks small. */
const LOSS_SHOWN = 10;

/** The last two minutes: the score as a line, lost packets as an area. Its own module, since a plot needs a library. */
export function QualityPlot({ samples }: QualityPlotProps) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const data = dataOf(samples);
  const first = useRef(data);

  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const made = new uPlot(optionsFor(element), first.current, element);
    plot.current = made;
    const observer = new ResizeObserver(() => made.setSize({ width: element.clientWidth, height: HEIGHT }));
    observer.observe(element);
    const listening = new AbortController();
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => made.redraw(), listening);
    return () => {
      listening.abort();
      observer.disconnect();
      made.destroy();
    };
  }, []);
  useEffect(() => plot.current?.setData(data));

  return (
    <div class="quality-plot" role="img" aria-label={t('quality.plot')}>
      <div ref={box} class="quality-plot-box" aria-hidden="true" />
      <div class="quality-plot-key" aria-hidden="true">
        <span class="quality-plot-score">{t('quality.sound')}</span>
        <span class="quality-plot-loss">{t('quality.loss')}</span>
      </div>
    </div>
  );
}

/** Against the seconds before now, at most {@link SAMPLES_KEPT}. */
function dataOf(samples: QualityPlotProps['samples']): uPlot.AlignedData {
  const now = samples.at(-1)?.at ?? 0;
  const losses = samples.map(({ lossIn, lossOut }) => (lossIn === null && lossOut === null ? null : Math.max(lossIn ?? 0, lossOut ?? 0)));
  return [samples.map(({ at }) => (at - now) / 1000), samples.map(({ mos }) => mos), losses];
}

/** Colours are those of the style sheet when it is drawn: the theme may change under it. */
function optionsFor(element: HTMLElement): uPlot.Options {
  const style = getComputedStyle(element);
  const ink = (name: string) => () => resolved(element, name);
  const axis = { stroke: ink('--ink-3'), font: `11px ${style.fontFamily}`, ticks: { show: false }, gap: 4 };
  return {
    width: element.clientWidth,
    height: HEIGHT,
    legend: { show: false },
    cursor: { show: false },
    padding: [8, 0, 4, 0],
    scales: {
      x: { time: false, range: [-SAMPLES_KEPT, 0] },
      mos: { range: [1, 4.6] },
      loss: { range: (_, __, most) => [0, Math.max(LOSS_SHOWN, most)] },
    },
    axes: [
      { show: false },
      { ...axis, scale: 'mos', size: 20, splits: () => [1, 2, 3, 4], grid: { stroke: ink('--line'), width: 1 } },
      { ...axis, scale: 'loss', side: 1, size: 40, splits: (_, __, ___, most) => [0, most / 2, most], values: (_, splits) => splits.map((value) => `${Math.round(value)} %`), grid: { show: false } },
    ],
    series: [
      {},
      { scale: 'mos', stroke: ink('--accent'), width: 2, points: { show: false } },
      { scale: 'loss', stroke: ink('--busy'), fill: ink('--busy-soft'), width: 1, points: { show: false } },
    ],
  };
}

/** A canvas does not know `light-dark()`: the browser resolves it in a property that is no other's. */
function resolved(element: HTMLElement, name: string): string {
  element.style.setProperty('outline-color', `var(${name})`);
  return getComputedStyle(element).outlineColor;
}
