/** What a soak does to a call that goes on. */
export const TROUBLES = ['worker', 'edge', 'network'] as const;
export type Trouble = (typeof TROUBLES)[number];

/** One thing that is done. */
export interface Planned {
  /** Milliseconds after the beginning. */
  readonly at: number;
  /** `call`: somebody else calls, which must ring. */
  readonly what: Trouble | 'call';
}

/** How often each is done, milliseconds. */
export type Intervals = Readonly<Record<Trouble | 'call', number>>;

const MINUTE = 60_000;

/** The worker each minute, the edge each ten, the network each fifteen, and a call between them. */
export const HOUR: Intervals = { worker: MINUTE, edge: 10 * MINUTE, network: 15 * MINUTE, call: MINUTE };
/** The same in a twelfth of the time. */
export const SHORT: Intervals = { worker: 30_000, edge: 2 * MINUTE, network: 2 * MINUTE + 40_000, call: 30_000 };

/** For a phone that is only registered: it is called at random instead. */
export const DAY: Omit<Intervals, 'call'> = { worker: 10 * MINUTE, edge: 60 * MINUTE, network: 90 * MINUTE };

/** So often somebody calls it, on average. */
const CALLED = 4 * MINUTE;
/** After an edge has come back its phones have this long to come back to it. */
const BACK = 30_000;

/** Calls at random within `length` milliseconds, none while the edge is away. `random`: in [0, 1). */
export function randomCalls(length: number, random: () => number): Planned[] {
  const all: Planned[] = [];
  for (let at = 0; ; ) {
    at += -Math.log(1 - random()) * CALLED;
    if (at >= length) return all;
    const sinceEdge = at % DAY.edge;
    if (at < DAY.edge || sinceEdge > BACK) all.push({ at, what: 'call' });
  }
}

/** Everything that is done within `length` milliseconds, in its order; calls lie half-way between the troubles. */
export function plan(length: number, intervals: Omit<Intervals, 'call'> & { readonly call?: number }): Planned[] {
  const all: Planned[] = [];
  for (const what of [...TROUBLES, 'call'] as const) {
    const every = intervals[what];
    if (every === undefined) continue;
    const first = what === 'call' ? every / 2 : every;
    for (let at = first; at < length; at += every) all.push({ at, what });
  }
  return all.sort((one, other) => one.at - other.at);
}
