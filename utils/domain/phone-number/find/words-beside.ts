import type { WordClassifier } from './label-class';

/** What the words before or after a number make of it. */
export type Sign =
  | 'phone' // directly named a phone number
  | 'phone-far' // phone words in the same sentence
  | 'id' // a number of another kind
  | 'thing' // something that has numbers of its own, and may have a phone too
  | 'none';

const REACH = 72;
/** Words with their inner signs, numbers, and punctuation one by one. */
const TOKEN = /[\p{L}\p{M}](?:[\p{L}\p{M}\d]|[./_:’'-](?=\p{L}))*\.?|[#№]|n[°º]|\d[\d .,:/()+-]*|[^\s]|\n/giu;
const WORD = /^[\p{L}#№]|^n[°º]/iu;
const LIST_SIGN = /^[,;/|&+\n]$/;
const LIST_WORDS: readonly string[] = ['och', 'and', 'samt', 'eller', 'or', 'und', 'oder', 'et', 'ou', 'y', 'e', 'en', 'of', 'i', 'og', 'ja', 'tai'];
/** Words that carry no meaning by themselves and end an id's reach. */
const MOST_WORDS = 5;

/** Reads backwards from `at`: the nearest word that says something decides. */
export function signBefore(plain: string, at: number, classify: WordClassifier): Sign {
  const from = Math.max(0, at - REACH);
  const tokens = plain.slice(from, at).match(TOKEN) ?? [];
  // A word cut in two says nothing.
  if (from > 0 && /[\p{L}\d]/u.test(plain[from - 1] ?? '') && tokens.length > 0) tokens.shift();
  let others = 0;
  let numberWord = false;
  let listed = true;
  let numbers = 0;
  let lines = 0;
  let broken = false;
  for (let place = tokens.length - 1; place >= 0; place -= 1) {
    const token = tokens[place] ?? '';
    if (/^\d/.test(token)) {
      numbers += 1;
      // Only a list hands a label on to its next member.
      if (!listed || numbers > 12) return 'none';
      listed = false;
      continue;
    }
    if (!WORD.test(token)) {
      if (LIST_SIGN.test(token)) listed = true;
      if (token === '\n' && (lines += 1) > 1 && others > 0) return 'none';
      if (token === '\n' || /[;|•·]/.test(token)) broken = broken || others > 0 || numbers > 0;
      if (/[!?]/.test(token) || (token === '.' && others > 0)) return others > 0 ? 'none' : numberWord ? 'none' : 'none';
      if (token === ')' && others === 0) broken = true;
      continue;
    }
    const word = token.replace(/\.$/, '');
    if (token.endsWith('.') && word.length > 4 && others > 0 && classify(word) === 'other') return 'none';
    if (LIST_WORDS.includes(word.toLowerCase()) && numbers === 0) listed = true;
    const meaning = classify(word);
    if (meaning === 'between') {
      if (numbers > 0 && LIST_WORDS.includes(word.toLowerCase())) listed = true;
      continue;
    }
    if (meaning === 'number') {
      numberWord = true;
      continue;
    }
    if (meaning === 'phone') return others === 0 && !broken ? 'phone' : others <= MOST_WORDS ? 'phone-far' : 'none';
    if (meaning === 'id') return others <= 1 && !broken && (numbers === 0 || others === 0) ? 'id' : 'none';
    if (meaning === 'thing') {
      if (broken || others > 2 || (numbers > 0 && others > 0)) return 'none';
      return numberWord || (others === 0 && numbers > 0) ? 'id' : others <= 1 ? 'thing' : 'none';
    }
    if (meaning === 'owner' && numberWord && others === 0 && !broken) return 'id';
    others += 1;
    if (others > MOST_WORDS) return 'none';
  }
  return 'none';
}

const IS: readonly string[] = ['är', 'is', 'ist', 'er', 'on', 'var', 'was', 'est', 'es', 'è', 'to', 'jest', 'é', 'som', 'as', 'als', 'avser', 'gäller', 'tillhör', 'belongs', 'refers'];

/** Reads on from `at`: "… är ditt bokningsnummer", "… (order)", "… (mobil)". */
export function signAfter(plain: string, at: number, classify: WordClassifier): Sign {
  const tokens = plain.slice(at, at + REACH).match(TOKEN) ?? [];
  let says = false;
  let others = 0;
  for (const [place, token] of tokens.slice(0, 9).entries()) {
    if (place === 0 && token === '(') {
      says = true;
      continue;
    }
    if (place === 0 && token === ',') continue;
    if (!WORD.test(token)) return 'none';
    const word = token.replace(/\.$/, '');
    if (IS.includes(word.toLowerCase())) {
      says = true;
      continue;
    }
    const meaning = classify(word);
    if (!says && meaning !== 'between') return 'none';
    if (meaning === 'phone') return says ? 'phone' : 'none';
    if ((meaning === 'id' || meaning === 'thing') && says) return 'id';
    if (meaning === 'owner' && says && classify((tokens[place + 1] ?? '').replace(/\.$/, '')) === 'number') return 'id';
    if (meaning === 'other') others += 1;
    if (others > 2) return 'none';
  }
  return 'none';
}
