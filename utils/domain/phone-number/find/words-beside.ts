import type { WordClass, WordClassifier } from './label-class';

/** What the words before or after a number make of it. */
export type Sign =
  | 'phone' // directly named a phone number
  | 'phone-far' // phone words in the same sentence
  | 'id' // a number of another kind
  | 'thing' // something that has numbers of its own
  | 'desk' // something that has numbers of its own, and a telephone
  | 'owner' // somebody who has a number of each kind
  | 'none';

const REACH = 100;
/** Words with their inner signs, numbers, and punctuation one by one. */
const TOKEN = /n[°º]|[\p{L}\p{M}](?:[\p{L}\p{M}\d]|[./_:’'-](?=\p{L}))*\.?|[#№]|\+?\d[\d.:/()+-]*(?: [\d.:/()+-]+)*|[^\s]|\n/giu;
const WORD = /^[\p{L}#№]/iu;
const LIST_SIGN = /^[,;/|&+\n]$/;
const LIST_WORDS: readonly string[] = ['och', 'and', 'samt', 'eller', 'or', 'und', 'oder', 'et', 'ou', 'y', 'e', 'en', 'of', 'i', 'og', 'ja', 'tai', 'ersätts', 'ersätter', 'replaces', 'till', 'to', 'bis', 'through'];
/** Words that carry no meaning by themselves and end an id's reach. */
const MOST_WORDS = 5;

/** Reads backwards from `at`, where a number of so many `digits` begins: the nearest word that says something decides. */
export function signBefore(plain: string, at: number, digits: number, classify: WordClassifier): Sign {
  const { sign, owner } = readBack(plain, at, digits, classify);
  return sign === 'none' && owner ? 'owner' : sign;
}

/** `owner`: somebody stands directly before the number, whatever else is said. */
function readBack(plain: string, at: number, digits: number, classify: WordClassifier): { sign: Sign; owner: boolean } {
  let owner = false;
  const sign = nearestSign(plain, at, digits, classify, () => {
    owner = true;
  });
  return { sign, owner };
}

function nearestSign(plain: string, at: number, digits: number, classify: WordClassifier, ownerSeen: () => void): Sign {
  const from = Math.max(0, at - REACH);
  const tokens = plain.slice(from, at).match(TOKEN) ?? [];
  // A word cut in two says nothing.
  if (from > 0 && /[\p{L}\d]/u.test(plain[from - 1] ?? '') && tokens.length > 0) tokens.shift();
  let others = 0;
  let numberWord = false;
  let listed = false;
  let numbers = 0;
  let lines = 0;
  let small = false;
  let colon = false;
  let broken = false;
  /** Members of a list of ids are of one length. */
  let alike = true;
  for (let place = tokens.length - 1; place >= 0; place -= 1) {
    const token = tokens[place] ?? '';
    if (/^\+?\d/.test(token) || /\d{3}/.test(token)) {
      numbers += 1;
      // Only a list hands a label on to its next member.
      // Bare digits of one length side by side are a list too.
      const beside = place === tokens.length - 1 && new RegExp(`(?:^| )\\d{${digits}}$`).test(token);
      if (!(listed || beside || /[/]$/.test(token)) || others > 0 || numbers > 12) return 'none';
      listed = false;
      alike &&= beside || Math.abs(token.replace(/\D/g, '').length - digits) <= 1;
      continue;
    }
    if (!WORD.test(token)) {
      if (LIST_SIGN.test(token)) listed = true;
      colon ||= token === ':';
      if (token === '\n' && (lines += 1) > 1 && others > 0) return 'none';
      if (token === '\n' || /[;|•·]/.test(token)) broken = broken || others > 0;
      if (/[!?.]/.test(token)) return 'none';
      if (token === ')' && others === 0) broken = true;
      continue;
    }
    const word = token.replace(/\.$/, '');
    if (token.endsWith('.') && word.length > 4 && others > 0 && classify(word) === 'other') return 'none';
    // F: and m. are telephones; a letter alone is a letter.
    const lone = word.length === 1 && !token.endsWith('.') && tokens[place + 1] !== ':';
    const said = classify(word);
    const meaning = lone && said === 'phone' ? 'other' : said;
    if (meaning === 'between' || LIST_WORDS.includes(word.toLowerCase())) {
      if (LIST_WORDS.includes(word.toLowerCase())) listed = true;
      small = true;
      continue;
    }
    if (meaning === 'number') {
      numberWord = true;
      continue;
    }
    if (meaning === 'phone') return others === 0 && !broken ? 'phone' : others <= MOST_WORDS ? 'phone-far' : 'none';
    if (meaning === 'id') return others <= 1 && !broken && alike ? 'id' : 'none';
    if (meaning === 'thing' || meaning === 'desk') {
      if (broken || others > 2 || !alike) return 'none';
      // "Phone accounts on …", "caller ID".
      if (!numberWord && (small || /^caller$/i.test(tokens[place - 1] ?? '')) && classBefore(tokens, place, classify) === 'phone') return 'phone-far';
      return numberWord || classBefore(tokens, place, classify) === 'number' ? 'id' : others <= 1 ? meaning : 'none';
    }
    if (meaning === 'owner' && others === 0 && !broken && alike && (numberWord || classBefore(tokens, place, classify) === 'number')) return 'id';

    if (meaning === 'owner' && others === 0 && numbers === 0 && !colon && !small) ownerSeen();
    others += 1;
    if (others > MOST_WORDS) return 'none';
  }
  return 'none';
}

/** Meaning of the word before, over small words: "numéro de dossier" has the word number first. */
function classBefore(tokens: readonly string[], place: number, classify: WordClassifier): WordClass {
  for (let at = place - 1; at >= place - 3; at -= 1) {
    const meaning = classify((tokens[at] ?? '').replace(/\.$/, ''));
    if (meaning !== 'between') return meaning;
  }
  return 'other';
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
    if (place === 0 && token === '=') {
      says = true;
      continue;
    }
    if (place === 0 && token === '-') {
      const named = classify(tokens[1] ?? '') === 'id' && !/^(?:[:\d]|nr|no)/i.test(tokens[2] ?? '');
      return named ? 'id' : 'none';
    }
    if (!WORD.test(token)) return 'none';
    const word = token.replace(/\.$/, '');
    if (IS.includes(word.toLowerCase())) {
      says = true;
      continue;
    }
    const meaning = classify(word);
    if (!says && meaning !== 'between') return 'none';
    if (meaning === 'phone') return says ? 'phone' : 'none';
    if ((meaning === 'id' || meaning === 'thing' || meaning === 'desk') && says) return 'id';
    if (meaning === 'owner' && says && classify((tokens[place + 1] ?? '').replace(/\.$/, '')) === 'number') return 'id';
    if (meaning === 'other') others += 1;
    if (others > 2) return 'none';
  }
  return 'none';
}
