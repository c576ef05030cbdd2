import { AIMS, type Metric, type Samples } from './metrics';

/** Value at share `q` (0 to 1) of the samples in order, by the nearest rank; NaN without samples. */
export function quantile(samples: readonly number[], q: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN;
}

const rounded = (value: number) => Math.round(value * 100) / 100;

/** The published form of each figure. Throws for a name without an aim. */
export function summarise(samples: Samples): Record<string, Metric> {
  return Object.fromEntries(
    Object.entries(samples).map(([name, values]) => {
      const aim = AIMS[name];
      if (aim === undefined) throw new Error(`no figure is called ${name}`);
      return [name, { median: rounded(quantile(values, 0.5)), p95: rounded(quantile(values, 0.95)), unit: aim.unit, rounds: values.length, aim: aim.aim }];
    }),
  );
}

/** Whether the judged figure meets its aim. */
export function meets(name: string, metric: Metric): boolean {
  const aim = AIMS[name];
  if (aim === undefined) return false;
  const value = metric[aim.judged];
  return aim.better === 'less' ? value <= aim.aim : value >= aim.aim;
}
