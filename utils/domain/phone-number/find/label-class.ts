import type { WordRules } from './finder-rules';

/** What a word beside a number says of it. */
export type WordClass =
  | 'phone'
  | 'id' // a number of its own kind, by its very name: ordernummer
  | 'thing' // what has a number of its own kind: invoice
  | 'desk' // what has one, and people to call about it: bookings
  | 'matter' // one of these: a booking
  | 'owner' // who has a phone and a number
  | 'role' // who or what is called: janitor, workshop
  | 'ask' // wants an id written: enter, quote
  | 'call' // what a number does: called, rang
  | 'number' // the word number itself
  | 'between'
  | 'other';

export type WordClassifier = (word: string) => WordClass;

interface Vocabulary {
  readonly numberEnds: RegExp;
  readonly paperEnds: RegExp;
  readonly phoneStarts: RegExp;
  readonly phoneEnds: RegExp;
  /** Desk or matter, null for anything else. */
  readonly deskOf: (word: string) => WordClass | null;
  readonly whole: (word: string) => WordClass | undefined;
  /** Beginnings of words; those of two classes may end a compound as well. */
  readonly stems: ReadonlyMap<string, WordClass>;
}

const CLASSES = [
  ['between', 'between'],
  ['number', 'number'],
  ['owners', 'owner'],
  ['roles', 'role'],
  ['things', 'thing'],
  ['phone', 'phone'],
  ['asks', 'ask'],
  ['calls', 'call'],
] as const;

/** Meaning of a word in the first of some languages that has it; looked up in their lists as they are, for most words are never asked for. */
function wordsOf({ labels }: WordRules, languages: readonly string[]): (word: string) => WordClass | undefined {
  const lists = languages.flatMap((language) => CLASSES.flatMap(([list, meaning]) => [[` ${labels[language]?.[list] ?? ''} `, meaning] as const]).reverse());
  return (word) => (word === '' ? undefined : lists.find(([list]) => list.includes(` ${word} `) || list.includes(` ${word}$ `))?.[1]);
}

/** `near`: languages whose words' beginnings count; of the others only whole words do. */
function vocabularyOf(rules: WordRules, languages: readonly string[], near: readonly string[]): Vocabulary {
  const whole = new Map<string, WordClass>();
  const stems = new Map<string, WordClass>();
  // The likeliest language last, so that its meaning of a word wins.
  for (const language of languages.filter((one) => near.includes(one)).reverse()) {
    const words = rules.labels[language];
    if (!words) continue;
    for (const [list, meaning] of CLASSES)
      for (const word of words[list].split(' ')) {
        if (word.endsWith('$')) whole.set(word.slice(0, -1), meaning);
        else if (word !== '') stems.set(word, meaning);
      }
  }
  const farWords = wordsOf(rules, languages.filter((one) => !near.includes(one)));
  const far = (word: string) => (word.length < FAR ? undefined : farWords(word));
  const desks = new Set(rules.desks.split(' '));
  const matters = new Set(rules.matters.split(' '));
  return {
    numberEnds: new RegExp(rules.numberEnds),
    paperEnds: new RegExp(rules.paperEnds),
    phoneStarts: new RegExp(rules.phoneStarts),
    phoneEnds: new RegExp(rules.phoneEnds),
    deskOf: (word) => (desks.has(word) ? 'desk' : matters.has(word) ? 'matter' : null),
    whole: (word) => whole.get(word) ?? far(word),
    stems,
  };
}

/** A shorter word of a language from elsewhere is more likely one of the page's own, and another. */
const FAR = 4;

interface Stem {
  readonly text: string;
  readonly meaning: WordClass;
}

/** With fewer letters it may be a part of any word. */
const SURE = 4;

/** The longest beginning of a word that means something; a short one is all of the word but for two letters. */
function stemOf(word: string, stems: Vocabulary['stems']): Stem | null {
  for (let length = word.length; length > 0 && (length >= SURE || word.length <= length + 2); length -= 1) {
    const text = word.slice(0, length);
    const meaning = stems.get(text);
    if (meaning !== undefined) return { text, meaning };
  }
  return null;
}

/** The longest end of a compound, or of it without its ending, that means what the whole of it does. */
function tailOf(word: string, base: string, stems: Vocabulary['stems']): Stem | null {
  for (let length = word.length - 1; length >= SURE; length -= 1) {
    for (const text of [word.slice(-length), base.slice(-length)]) {
      const meaning = text.length < length ? undefined : stems.get(text);
      if (meaning !== undefined && TAILS.includes(meaning)) return { text, meaning };
    }
  }
  return null;
}

/** It begins or ends with a thing. */
function holdsThing(part: string, stems: Vocabulary['stems']): boolean {
  for (let length = part.length; length >= SURE; length -= 1) if (stems.get(part.slice(0, length)) === 'thing' || stems.get(part.slice(-length)) === 'thing') return true;
  return false;
}

const PLURAL = /(?:[^s]s|[aeo]r)$/;

/** What may end a compound. */
const TAILS: readonly WordClass[] = ['thing', 'role'];
const INFLECTION = /(?:e?n|et|e|s|na)$/;

/** Letters that an ending adds: ordern, invoices, fakturorna. */
const ENDING = 4;

function classOf(word: string, { whole, stems, deskOf, numberEnds, paperEnds, phoneStarts, phoneEnds }: Vocabulary): WordClass {
  const exact = whole(word);
  if (exact) return exact === 'thing' ? (deskOf(word) ?? (numberEnds.test(word) ? 'id' : exact)) : exact;
  const parts = word.split(/[-_/]/);
  const isThing = (part: string) => whole(part) === 'thing' || holdsThing(part, stems);
  const last = parts.at(-1) ?? '';
  // "kontakt.kundid" is an id, "tel.nr" is none.
  if (last !== word && numberEnds.test(last) && !phoneStarts.test(last)) return 'id';
  if (numberEnds.test(word)) return phoneStarts.test(word) && !parts.some(isThing) ? 'phone' : 'id';
  if (phoneEnds.test(word)) return 'phone';
  // "call/txt"
  if (word.includes('/') && parts.some((part) => whole(part) === 'phone') && !parts.some(isThing)) return 'phone';
  if (parts.length > 1 && isThing(last)) return 'thing';
  if (paperEnds.test(word)) return 'thing';
  const base = word.replace(INFLECTION, '');
  const tail = tailOf(word, base, stems);
  // The last part of a compound says what it is: orderavdelning.
  if (tail?.meaning === 'role') return 'role';
  const stem = stemOf(word, stems);
  if (tail && stem && stem.text.length < word.length - 3 && (stem.meaning === 'role' || stem.meaning === 'owner')) return 'thing';
  if (stem && stem.meaning !== 'thing') return stem.meaning === 'phone' || word.length <= stem.text.length + ENDING ? stem.meaning : 'other';
  const desk = deskOf(word);
  if (desk) return desk;
  // Permits and reservdelar are a department's name as well.
  if (stem && word.length > stem.text.length && PLURAL.test(word) && !(tail && word.endsWith(tail.text) && deskOf(tail.text) === null)) return 'desk';
  // Fakturafrågor and orderavdelningen have a telephone; a kreditfaktura has not.
  if (stem) return word.length <= stem.text.length + ENDING || (tail && deskOf(tail.text) === null) ? 'thing' : 'desk';
  return tail ? (deskOf(tail.text) === null ? 'thing' : 'desk') : 'other';
}

/** Meaning of words in `languages` (ISO 639) and those of `region`; in all known ones after them. */
export function createWordClassifier(rules: WordRules, languages: readonly string[], region: string): WordClassifier {
  const named = [...languages.map((one) => one.toLowerCase().split('-')[0] ?? ''), ...languagesOf(rules, region)];
  const first = named.filter((one, at) => Object.hasOwn(rules.labels, one) && named.indexOf(one) === at);
  const all = Object.keys(rules.labels);
  const near = region === '' && languages.length === 0 ? all : [...first, 'en'];
  const vocabulary = vocabularyOf(rules, [...first, ...all.filter((one) => !first.includes(one))], near);
  const memo = new Map<string, WordClass>();
  return (word) => {
    // "Tlf.nr" and "Art.nr" are compounds.
    const key = word.toLowerCase().replace(/^[dl]['’]/, '').replace(/\.(?=.)/g, '-').replace(/\.$/, '').replace(/^n-(?=[°º]$)/, 'n');
    let meaning = memo.get(key);
    if (meaning === undefined) {
      meaning = classOf(key, vocabulary);
      if (memo.size > 5000) memo.clear();
      memo.set(key, meaning);
    }
    return meaning;
  };
}

function languagesOf({ regions }: WordRules, region: string): string[] {
  return Object.keys(regions).filter((language) => regions[language]?.split(' ').includes(region));
}
