export interface Aim {
  readonly unit: string;
  readonly aim: number;
  /** Which figure is held against the aim. */
  readonly judged: 'median' | 'p95';
  readonly better: 'less' | 'more';
}

const less = (aim: number, unit: string, judged: Aim['judged'] = 'p95'): Aim => ({ aim, unit, judged, better: 'less' });

/** Every figure `npm run bench` can take, by group, in the order they are shown. */
export const GROUPS = Object.freeze({
  call: {
    'click-to-invite': less(60, 'ms'),
    'click-to-invite-cold': less(400, 'ms'),
    'invite-to-panel': less(250, 'ms'),
    'answer-to-audio': less(500, 'ms'),
    'popup-usable': less(150, 'ms'),
    reregister: less(1000, 'ms'),
    'transfer-attended': less(700, 'ms'),
    'answer-and-hold': less(700, 'ms'),
    'panel-follow': less(200, 'ms'),
    'call-cpu': less(6, '%', 'median'),
    'heap-500-calls': less(5, '%', 'median'),
    'history-scroll': less(34, 'ms'),
  },
  size: {
    'content-gzip': less(30, 'kB', 'median'),
    'content-heap': less(3, 'MB', 'median'),
    'host-memory': less(60, 'MB', 'median'),
    'popup-gzip': less(90, 'kB', 'median'),
  },
  numbers: {
    'scan-dense-cold': less(2, '×', 'median'),
    'scan-dense-warm': less(2, '×', 'median'),
    'scan-prose': less(0.8, '×', 'median'),
    'scan-none': less(0.2, '×', 'median'),
    'scan-longest-task': less(16, 'ms', 'median'),
    'mutation-node': less(4, 'µs', 'median'),
    'rows-on-large-page': less(1.1, '×', 'median'),
    'mutation-idle': less(1, '%', 'median'),
  },
  server: {
    registrations: { aim: 400, unit: '/s', judged: 'median', better: 'more' },
    calls: { aim: 400, unit: '/s', judged: 'median', better: 'more' },
    'cold-start': less(3000, 'ms', 'median'),
  },
} satisfies Record<string, Record<string, Aim>>);

export type GroupName = keyof typeof GROUPS;

export const AIMS: Readonly<Record<string, Aim>> = Object.freeze(Object.assign({}, ...Object.values(GROUPS)) as Record<string, Aim>);

/** Samples of one figure, in its unit. */
export type Samples = Readonly<Record<string, readonly number[]>>;

export interface Metric {
  readonly median: number;
  readonly p95: number;
  readonly unit: string;
  readonly rounds: number;
  readonly aim: number;
}
