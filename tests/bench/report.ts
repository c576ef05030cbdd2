import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Machine } from './machine';
import { AIMS, type Metric } from './metrics';
import { meets } from './statistics';

export interface Report {
  readonly machine: Machine;
  readonly metrics: Readonly<Record<string, Metric>>;
}

const FOLDER = new URL('../../bench/', import.meta.url);
const LATEST = new URL('latest.json', FOLDER);
const PREVIOUS = new URL('previous.json', FOLDER);

const read = (file: URL): Report | null => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : null);

/** Writes bench/latest.json; figures of groups that did not run now are carried over, what was there becomes the previous run. */
export function keep(report: Report): { latest: Report; previous: Report | null } {
  mkdirSync(FOLDER, { recursive: true });
  const previous = read(LATEST);
  if (previous !== null) writeFileSync(PREVIOUS, `${JSON.stringify(previous, null, 2)}\n`);
  const latest = { machine: report.machine, metrics: { ...previous?.metrics, ...report.metrics } };
  writeFileSync(LATEST, `${JSON.stringify(latest, null, 2)}\n`);
  return { latest, previous };
}

/** The table that is printed and published: a Markdown one, this run's figures beside the previous ones. */
export function table(metrics: Readonly<Record<string, Metric>>, previous: Report | null): string {
  const rows = Object.entries(AIMS).flatMap(([name, aim]) => {
    const metric = metrics[name];
    if (metric === undefined) return [];
    const { judged } = aim;
    const before = previous?.metrics[name];
    return [[
      `\`${name}\``,
      `${metric.median}`,
      `${metric.p95}`,
      metric.unit,
      String(metric.rounds),
      before === undefined ? '–' : String(before[judged]),
      `${aim.better === 'more' ? '≥' : '≤'} ${metric.aim} (${judged})`,
      meets(name, metric) ? 'yes' : '**no**',
    ]];
  });
  const head = ['figure', 'median', 'p95', 'unit', 'rounds', 'previous', 'aim', 'met'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
