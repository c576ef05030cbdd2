import { DIGIT, gateSource, PAGE_GAP, PAGE_GATE, type GateStart } from '../number-gate';
import { alwaysPrefixed, fewestDigits } from './hopeful-run';
import type { NumberPlan } from './number-plan';

/** Where numbers are shorter, little is told by how many digits there are. */
const FEWEST = 5;
const PLUS = '[+\\uff0b]';
/** Digits of other scripts may stand for any. */
const FOREIGN = `[${DIGIT.replace('0-9', '')}]`;

/** A phone word right before digits whose prefix is missing. */
const PHONE_WORD = '(?:[Tt]el|[Tt]elefon|[Tt][fl][nf]|[Tt]él|[Mm]ob|[Mm]obile?|[Gg]sm|[Pp]uh|[Pp]hone|[Rr]ing|[Cc]all)';
const ZEROLESS: GateStart = [`[1-9](?<=${PHONE_WORD}[.:]?\\s?.)`, 8];

/**
 * Source of a gate for the text of pages, closer than the one that knows no region: where numbers are always written with
 * their prefix, ids and dates that begin otherwise end there. `short`: pattern of the region's short numbers.
 */
export function regionGate(home: NumberPlan | null, short: string): string {
  const digits = fewestDigits(home);
  const shortStarts = short.split('|').map(shortStart);
  if (digits < FEWEST || shortStarts.includes(null)) return PAGE_GATE;
  const starts: GateStart[] = [
    [openingsOf(home).join('|'), digits],
    ...(home !== null && alwaysPrefixed(home) ? [ZEROLESS] : []),
    [[...new Set(shortStarts), FOREIGN].join('|'), FEWEST],
  ];
  return gateSource(PAGE_GAP, starts, short);
}

function openingsOf(home: NumberPlan | null): string[] {
  if (home === null) return [PLUS];
  if (!alwaysPrefixed(home)) return [PLUS, `[${DIGIT}]`];
  return [PLUS, FOREIGN, '0', ...[home.nationalPrefix, home.callingCode].map((one) => one.replace(/(?<=^.)(.+)/, '(?=$1)'))];
}

/** How a short number begins, over the spaces it may be written with: `116\\d{3}` → `1(?=…1)`. Null where any digit does. */
function shortStart(source: string): string | null {
  const [, first, second] = /^(\d)(\d)?/.exec(source) ?? [];
  if (first === undefined) return null;
  return second === undefined ? first : `${first}(?=${PAGE_GAP}${second})`;
}
