import { detect } from '@ringcentral-integration/phone-number';
import { findPhoneNumbersInText } from 'libphonenumber-js/max';
import rawMetadata from 'libphonenumber-js/max/metadata';
import { packFinderData } from '@/utils/domain/phone-number/find/data/finder-data';
import type { NumberMetadata } from '@/utils/domain/phone-number/find/number-plan';
import type { FinderData } from '@/utils/domain/phone-number/find/finder-rules';
import type { NumberFinder } from '@/utils/domain/phone-number/number-finder';
import { finderFor } from '@/utils/domain/phone-number/find-numbers';
import { createNumberFinder } from '@/utils/domain/phone-number/create-number-finder';
import { watchNumbers } from '@/utils/platform/page/numbers/watch-numbers';
import { score, type LabelledText, type NumberSpan, type Score } from '../../numbers/score';

/** Runs in the page: the content script's own code with a clock around it, and what it is held against. */
type Slice = (left: () => number) => void;

const FINDER_DATA = packFinderData(rawMetadata as unknown as NumberMetadata);
const queue: Slice[] = [];
let spent = 0;
let longest = 0;

/** Calls into the code cost what they cost, whoever makes them. */
function timed<A extends unknown[], R>(call: (...given: A) => R): (...given: A) => R {
  return (...given) => {
    const from = performance.now();
    try {
      return call(...given);
    } finally {
      const took = performance.now() - from;
      spent += took;
      longest = Math.max(longest, took);
    }
  };
}

const { MutationObserver: Mutations, IntersectionObserver: Intersections } = window;
window.MutationObserver = class extends Mutations {
  constructor(callback: MutationCallback) {
    super(timed(callback));
  }
};
window.IntersectionObserver = class extends Intersections {
  constructor(callback: IntersectionObserverCallback, init?: IntersectionObserverInit) {
    super(timed(callback), init);
  }
};

const settled = () => new Promise<void>((done) => setTimeout(done));
/** So many turns of the page without work, and there is none: the finder comes over some of them. */
const PAUSES = 8;
const PAUSES_OF_FINDER = 20;
let over = new AbortController();

/** Does what is waiting until nothing is; milliseconds it took and the longest part of it. */
async function drain(budget: number, pauses = PAUSES): Promise<{ ms: number; longest: number }> {
  spent = longest = 0;
  // Promises and observers have their turn between.
  for (let empty = 0; empty < pauses; ) {
    await settled();
    const slice = queue.shift();
    if (slice === undefined) {
      empty++;
      continue;
    }
    empty = 0;
    const until = performance.now() + budget;
    timed(slice)(() => until - performance.now());
  }
  return { ms: spent, longest };
}

let known: NumberFinder | null = null;

/** Finds and marks everything on the page, the first time with the finder's making; `budget`: milliseconds of a slice. */
async function scan(budget = 1e9): Promise<{ ms: number; longest: number }> {
  over.abort();
  over = new AbortController();
  queue.length = 0;
  // Called from a slice, whose time it is.
  const finder = () => Promise.resolve((known ??= newFinder()));
  watchNumbers({ scope: window, finder, look: 'dotted', signal: over.signal, idle: (slice) => queue.push(slice) });
  return drain(budget, PAUSES_OF_FINDER);
}

/** What the page has it make between its slices counts as well. */
function newFinder(): NumberFinder {
  const made = createNumberFinder(JSON.parse(FINDER_DATA) as FinderData, { region: 'SE', languages: ['sv'] });
  return { ...made, warm: timed(() => made.warm()) };
}

const CANDIDATE = /\+?\d[\d\s().\-/]{5,}\d/;

/** What everything is measured in: each text read, one regular expression. */
function walk(each: (text: string) => unknown = (text) => CANDIDATE.test(text)): number {
  const from = performance.now();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) each(node.data);
  return performance.now() - from;
}

/** Adds rows to the table and works them off; microseconds a text node. */
async function addRows(html: string): Promise<number> {
  const body = document.getElementById('rows') as HTMLTableSectionElement;
  const rows = document.createElement('tbody');
  rows.innerHTML = html;
  const texts = rows.querySelectorAll('td').length;
  for (const row of [...rows.rows]) body.append(row);
  const { ms } = await drain(1e9);
  return (ms * 1000) / texts;
}

/** Changes a clock's text as many times, each worked off by itself; milliseconds all took. */
async function tick(times: number): Promise<number> {
  const clock = document.body.appendChild(document.createElement('p')).appendChild(document.createTextNode(''));
  await drain(1e9);
  let sum = 0;
  for (let time = 0; time < times; time++) {
    clock.data = `12:34:${String(time % 60).padStart(2, '0')}`;
    sum += (await drain(1e9)).ms;
  }
  return sum;
}

const inCountry = (region: string | null) => (region === null ? {} : { defaultCountry: region as 'SE' });
const ownSpans = (text: string, region: string | null): readonly NumberSpan[] => finderFor({ level: 'normal', ...(region !== null && { region }) }).find(text);
const PEERS = {
  own: ownSpans,
  'libphonenumber-js': (text: string, region: string | null) =>
    findPhoneNumbersInText(text, inCountry(region)).map(({ startsAt, endsAt, number }) => ({ start: startsAt, end: endsAt, e164: number.number })),
  'ringcentral-c2d': (text: string, region: string | null) =>
    detect({ input: text, countryCode: region ?? 'US', areaCode: '' }).map(({ startsAt, endsAt, phoneNumber }) => ({ start: startsAt, end: endsAt, e164: phoneNumber })),
};
export type Peer = keyof typeof PEERS;

const probe = {
  scan,
  addRows,
  tick,
  walk: () => walk(),
  /** A peer's finder on every text of the page. */
  peer: (name: Peer) => walk((text) => PEERS[name](text, 'SE')),
  score: (name: Peer, texts: readonly LabelledText[]): Score => score(PEERS[name], texts),
};
export type PageProbe = typeof probe;
Object.assign(window, { numbersProbe: probe });
