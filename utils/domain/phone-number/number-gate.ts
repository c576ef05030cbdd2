/** Digits of any script that people write numbers in, as a class of a regular expression has them. */
export const DIGIT = '0-9\\u0660-\\u0669\\u06f0-\\u06f9\\u0966-\\u096f\\u09e6-\\u09ef\\u0a66-\\u0a6f\\u0ae6-\\u0aef\\u0b66-\\u0b6f\\u0be6-\\u0bef\\u0c66-\\u0c6f\\u0ce6-\\u0cef\\u0d66-\\u0d6f\\u0e50-\\u0e59\\uff10-\\uff19';

/** A number spelled with letters. */
const VANITY = '\\d{3}\\)?[-. ][A-Z]{4}';
/** Short service numbers of three and four digits: 112, 1177, 911. */
const SHORT = '1[01]\\d|14[347]|1177|1737|18[01]3|9(?:11|88|99)|[2-8]11|000';

/** Signs beside letters that no number has between its digits; as a class has them. */
const PARTING = `A-Za-z!"#$%&'*,:;<=>?@\\[\\\\\\]^\`{|}`;
/** Between two digits in the text of a page, where a number may go on in the next node and after a line break. */
export const PAGE_GAP = `[^${PARTING}${DIGIT}]{0,6}`;

/** Digits that may be a number: how they begin, as an expression that takes one sign, and how many they are at least. */
export type GateStart = readonly [opening: string, digits: number];

const ANY: GateStart = [`[${DIGIT}]`, 5];

/**
 * Source of an expression that a text without a phone number does not match: digits enough with little between them, a
 * short service number, or one spelled with letters. `gap`: what may stand between two digits;
 * `short`: pattern of service numbers.
 */
export function gateSource(gap: string, starts: readonly GateStart[] = [ANY], short = SHORT): string {
  const long = starts.map(([opening, digits]) => `(?:${opening})(?:${gap}[${DIGIT}]){${digits - 1}}`);
  return [...long, `(?<![${DIGIT}])(?:${short})(?![${DIGIT}])`, VANITY].join('|');
}

/** {@link gateSource} for the text of a page, before anything is known of the region's numbers. */
export const PAGE_GATE = gateSource(PAGE_GAP);

const GATE = new RegExp(gateSource(`[^${PARTING}${DIGIT}]{0,5}`));

/** False for a text that holds no number, told without looking closely: by far the most texts of most pages. */
export function mayHoldNumber(text: string): boolean {
  return GATE.test(text);
}
