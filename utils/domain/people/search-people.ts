import { startsLike, wordsOf } from './name-words';

export interface Colleague {
  readonly name: string;
  readonly extension: string;
  /** E.164. */
  readonly fixedNumber: string;
  readonly mobileNumber: string | null;
}

export interface OwnContact {
  readonly name: string;
  /** E.164, or digits of a number that has none. */
  readonly number: string;
}

/** Somebody a call can be made or handed on to. */
export interface PersonMatch {
  readonly kind: 'colleague' | 'contact';
  readonly name: string;
  /** What is dialled. */
  readonly number: string;
}

export interface People {
  readonly colleagues: readonly Colleague[];
  readonly contacts: readonly OwnContact[];
}

/** As many as a person looks through. */
const MOST = 30;
/** Fewer digits are in nearly every number. */
const DIGITS_INSIDE = 3;

/**
 * Colleagues, then contacts, that what is typed may mean: the beginnings of any words of the name, in any order, or digits of an
 * extension or a number, written in any way. Nothing typed means everybody. By name in each group, exact extensions first.
 */
export function searchPeople(query: string, { colleagues, contacts }: People): PersonMatch[] {
  const digits = digitsOf(query);
  const words = wordsOf(query);
  const named = (name: string) => words.every((word) => wordsOf(name).some((one) => startsLike(one, word)));
  const found = (name: string, numbers: readonly (string | null)[]): string | null | undefined =>
    digits === null ? (named(name) ? numbers[0] : undefined) : numbers.find((number) => number !== null && hasDigits(number, digits));

  const theirs = colleagues.flatMap(({ name, extension, fixedNumber, mobileNumber }) => {
    const number = found(name, [extension, fixedNumber, mobileNumber]);
    // The extension and the fixed number are the same phones; the mobile number is another one.
    return number ? [{ kind: 'colleague' as const, name, number: number === fixedNumber ? extension : number }] : [];
  });
  const known = new Set(colleagues.flatMap(({ extension, fixedNumber, mobileNumber }) => [extension, fixedNumber, mobileNumber]));
  const own = contacts.flatMap(({ name, number }) => (!known.has(number) && found(name, [number]) ? [{ kind: 'contact' as const, name, number }] : []));
  const exactFirst = (one: PersonMatch, other: PersonMatch) => Number(other.number === digits) - Number(one.number === digits);
  const byName = (one: PersonMatch, other: PersonMatch) => exactFirst(one, other) || one.name.localeCompare(other.name, 'sv');
  return [...theirs.sort(byName), ...own.sort(byName)].slice(0, MOST);
}

/** The digits of something written as a number, without what says how it is dialled (+, 00, 0); null when it is none. */
function digitsOf(query: string): string | null {
  if (!/^[\s\d+*#().\-/]*\d[\s\d+*#().\-/]*$/.test(query)) return null;
  const plain = query.replace(/\(0\)/g, '').replace(/[^\d*#]/g, '');
  return plain.replace(/^0+(?=\d)/, '');
}

function hasDigits(number: string, digits: string): boolean {
  const own = number.replace('+', '');
  return own.startsWith(digits) || (digits.length >= DIGITS_INSIDE && own.includes(digits));
}
