import { detect } from '@ringcentral-integration/phone-number';
import { findPhoneNumbersInText } from 'libphonenumber-js/max';
import rawMetadata from 'libphonenumber-js/max/metadata';
import { createNumberFinder } from '@/utils/domain/phone-number/create-number-finder';
import { watchNumbers } from '@/utils/platform/page/numbers/watch-numbers';

/** Runs in the page: the content script's own code with a clock around it, and what it is held against. */
type Slice = (left: () => number) => void;

const METADATA = JSON.stringify(rawMetadata);
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
let over = new AbortController();

/** Does what is waiting until nothing is; milliseconds it took and the longest part of it. */
async function drain(budget: number): Promise<{ ms: number; longest: number }> {
  spent = longest = 0;
  // Promises and observers have their turn between.
  for (await settled(); queue.length > 0; await settled()) {
    const slice = queue.shift();
    if (slice === undefined) break;
    const until = performance.now() + budget;
    timed(slice)(() => until - performance.now());
  }
  return { ms: spent, longest };
}

async function scan(budget = Number.POSITIVE_INFINITY) {
  over.abort();
  over = new AbortController();
  queue.length = 0;
  let made = 0;
  const finder = () => {
    const from = performance.now();
    const one = createNumberFinder(JSON.parse(METADATA) as typeof rawMetadata, { region: 'SE', languages: ['sv'] });
    made = performance.now() - from;
    return Promise.resolve(one);
  };
  const marks = watchNumbers({ scope: window, finder, look: 'dotted', signal: over.signal, idle: (slice) => queue.push(slice) });
  const drained = await drain(budget);
  return { ...drained, ms: drained.ms, made, marked: marks === null ? 0 : count(marks) };
}

function count(marks: NonNullable<ReturnType<typeof watchNumbers>>): number {
  return marks.step(null, 1) === null ? 0 : (CSS.highlights.get('one-number')?.size ?? 0);
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
  const { ms } = await drain(Number.POSITIVE_INFINITY);
  return (ms * 1000) / texts;
}

const PEERS = {
  libphonenumber: (text: string) => findPhoneNumbersInText(text, 'SE'),
  ringcentral: (text: string) => detect({ input: text, countryCode: 'SE', areaCode: '' }),
};

const probe = { scan, drain, addRows, walk: () => walk(), peer: (name: keyof typeof PEERS) => walk(PEERS[name]) };
export type PageProbe = typeof probe;
Object.assign(window, { numbersProbe: probe });
