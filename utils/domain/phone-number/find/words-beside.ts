import type { WordClass, WordClassifier } from './label-class';
import type { Grammar, Reading } from './grammar';
import { tokensOf, isNumberToken, isWordToken, wordOf } from './tokens';

/** What the words before or after a number make of it. */
export type Sign =
  | 'phone' // directly named a phone number
  | 'phone-far' // phone words in the same sentence
  | 'id' // a number of another kind
  | 'thing' // something that has numbers of its own
  | 'desk' // something that has numbers of its own, and a telephone
  | 'role' // somebody or something that is called
  | 'reach' // "on 070…", "at", "under", with nothing else said
  | 'owner' // somebody who has a number of each kind
  | 'vague' // "well no."
  | 'noun' // some thing nobody knows, directly
  | 'common' // some word that is no name, directly
  | 'word' // some other word, directly
  | 'subject' // a sentence says something of it: "… has expired"
  | 'none';

const REACH = 100;
const LIST_SIGN = /^[,;/|&+\n]$/;
/** Words without a meaning between a phone word and its number. */
const MOST_WORDS = 5;
const MOST_LISTED = 12;
const ABBREVIATED = /^(?:nr|no|nro|n\.?[°º]|num|nbr|#|№)$/i;
/** Digits as zeros; of bare digits one more or less is the same. */
const shapeOf = (written: string) => (/^\d+$/.test(written) ? `bare ${Math.floor((written.length + 1) / 2)}` : written.replace(/[.,:;]+$/, '').replace(/\d/g, '0'));
const NAME = /^\p{Lu}\p{Ll}+$/u;
/** As long as most are. */
const FIRST_NAME = /^\p{Lu}\p{Ll}{1,7}$/u;
/** Endings of "the" thing, trades, departments and verbs, in the Nordic languages. */
const NO_NOUN = /\d|(?:[.atns]|[aeö]re?|ist|m[ao]|ing)$/;
const isLow = (word: string) => word === word.toLowerCase();
/** A name, or the letter it begins with. */
const isName = (word: string) => !isLow(word.charAt(0)) && isLow(word.slice(1)) && !/(?:ung|heit|keit|schaft|tion)$/.test(word);
/** Some thing; a word with a capital is one where it is long and begins its sentence. */
const isNoun = (token: string, begins: boolean) =>
  !NO_NOUN.test(token) && (isLow(token) ? token.length > 3 : begins && token.length > 6 && isName(token));
/** Of other scripts nothing is known by the look of a word. */
const LATIN = /^\p{Script=Latin}/u;
/** ☎ ☏ ✆ 📞 📱 📲, with or without a space after it. */
const TELEPHONE = /(?:[\u260e\u260f\u2706]|\ud83d[\udcde\udcf1\udcf2])[\ufe0e\ufe0f]? ?$/;
const LETTER_LABEL = /^[tmpcfodwhb]$/i;

/** Reads backwards from a number, one token at a time; the nearest word that says something decides. */
function readLabel(tokens: readonly string[], written: string, classify: WordClassifier, grammar: Grammar): Sign {
  let others = 0;
  let numbers = 0;
  let numberWord = '';
  let owner = false;
  let vague = false;
  let listed = false;
  let small = false;
  let colon = false;
  let comma = false;
  let lonely = false;
  let named = false;
  let noun = false;
  let common = false;
  let capital = false;
  let broken = false;
  let crossed = false;
  let asked = false;
  /** Members of a list of ids are of one length. */
  let alike = true;
  /** "Server room → 09…" */
  const pointed = /^[→➜»]$/.test(tokens.at(-1) ?? '');
  const reach = grammar.reach.has((tokens.at(-1) ?? '').toLowerCase());
  /** "… is 070…" */
  const names = grammar.is.has((tokens.at(-1) ?? '').toLowerCase());


  function nothing(): Sign {
    // "The plumber's number? 070…"
    if (asked && numberWord !== '') return 'phone-far';
    if ((numberWord !== '' || names) && numbers === 0 && !asked && ownerFarAbove()) return 'thing';
    if (numberWord !== '' && small && others === 0 && numbers === 0) return 'phone-far';
    if (named && others > 1) return 'role';
    if (lonely && !vague && !owner) return noun ? 'noun' : common ? 'common' : 'word';
    return vague ? 'vague' : owner ? 'owner' : reach && numbers === 0 && !ownerFarAbove() ? 'reach' : 'none';
  }

  /** "The meter in the cellar, the one with the red lid, has number …": whose number it is stands further up. */
  function ownerFarAbove(): boolean {
    for (let place = tokens.length - 1; place >= 0 && !/^[!?.\n]$/.test(tokens[place] ?? ''); place -= 1) {
      const meaning = classify(wordOf(tokens[place] ?? ''));
      if (meaning === 'thing' || meaning === 'id' || meaning === 'matter') return true;
      if (meaning === 'phone' || meaning === 'role' || meaning === 'call' || meaning === 'desk' || isNumberToken(tokens[place] ?? '')) return false;
    }
    return false;
  }

  /** Only a list hands its label on to the next member. */
  function number(token: string, place: number): Sign | null {
    const last = place === tokens.length - 1;
    // Bare digits of one length side by side are a list too.
    const beside = last && /^\d+$/.test(written) && new RegExp(`(?:^| )\\d{${written.length}}$`).test(token);
    numbers += 1;
    if (!(listed || beside || token.endsWith('/')) || others > 0 || numbers > MOST_LISTED) return nothing();
    listed = false;
    alike &&= beside || shapeOf(token) === shapeOf(written);
    return null;
  }

  function mark(token: string, place: number): Sign | null {
    if (LIST_SIGN.test(token)) listed = true;
    if (token === ':') colon = true;
    if (token === ',') comma = true;
    if (token === '?' && (others === 0 || (crossed && others <= 2))) {
      asked = true;
      others = 0;
      return null;
    }
    if (/[!?.]/.test(token)) return nothing();
    if (token === '\n') {
      if (others > 0 && !asked) return tokens[place - 1] === '?' ? cross() : nothing();
      cross();
    }
    if (/[;|•→>-]/.test(token)) broken ||= others > 0;
    return null;
  }

  function cross(): null {
    crossed = true;
    colon = false;
    return null;
  }

  function word(token: string, place: number): Sign | null {
    const word = wordOf(token);
    if (LETTER_LABEL.test(word) && (tokens[place + 1] === ':' || (place === tokens.length - 1 && token.endsWith('.'))) && tokens[place - 1] !== '-' && !isNumberToken(tokens[place - 1] ?? '') && others === 0 && numbers === 0) return 'phone';
    const listWord = grammar.lists.has(word.toLowerCase());
    const key = others === 0 && isKey(tokens, place) ? classify(`${word}=`) : 'other';
    const said = key === 'phone' ? key : classify(word);
    const initial = word.length === 1 && said === 'phone' && key !== 'phone' && !(token.endsWith('.') && place === tokens.length - 1);
    const meaning = said === 'call' ? 'phone' : initial ? 'other' : said;
    if (listWord) listed = true;
    if (meaning === 'between' || listWord) {
      small = true;
      return null;
    }
    if (meaning === 'number') {
      numberWord = word;
      return null;
    }
    // It ends the sentence before.
    if (token.endsWith('.') && word.length > 5 && numberWord === '' && /^(?:thing|matter|desk)$/.test(meaning)) return nothing();
    const before = classBefore(place);
    const numbered = numberWord !== '' || before === 'number';
    const nearest = others === 0 && numbers === 0;
    if (meaning === 'ask' && !crossed && (nearest ? !small : numberWord !== '' && others === 1)) return 'thing';
    if ((meaning === 'role' || meaning === 'owner') && named && !numbered) return 'role';
    if (meaning === 'role' && !broken && others <= 1) return 'role';
    if (meaning === 'phone') return others === 0 && !broken ? 'phone' : vague ? 'vague' : 'phone-far';
    // "Sms:a portkoden till 072…"
    if (meaning === 'id' && small && others === 0 && before === 'phone' && !colon) return 'phone-far';
    // All of what stands before a colon is the label: "Rahmennummer des Rads: …".
    if (meaning === 'id') return others <= (colon ? 4 : capital ? 1 : 3) && !broken && alike ? 'id' : nothing();
    if (meaning === 'thing' || meaning === 'desk' || meaning === 'matter') {
      if (broken || others > 2 || !alike) return nothing();
      // "Phone accounts on …"
      if (!numbered && (small || asked || comma || (colon && classify(wordOf(tokens[place - 1] ?? '')) === 'between')) && before === 'phone') return 'phone-far';
      if (!numbered && (pointed || (comma && named))) return nothing();
      if (asked && !numbered) return nothing();
      return numbered ? 'id' : others > (capital ? 1 : 2) ? nothing() : meaning === 'matter' || (others > 0 && meaning === 'thing') ? (colon ? 'desk' : 'thing') : meaning;
    }
    if (meaning === 'owner' && others === 0 && !broken && alike && numbered) return 'id';
    // "Well no. 30355", "nr szkody 22448".
    if (nearest && before === 'number' && !small && meaning === 'other') vague = true;
    // English names its ids "plant number".
    if (/^(?:number|číslo)/i.test(numberWord) && nearest && !small && /..[^s]$/.test(word) && !grammar.plainNumbers.has(word.toLowerCase())) return 'thing';
    if (ABBREVIATED.test(numberWord) && nearest && !small && !/[^s]s$/i.test(word)) vague = true;
    if (meaning === 'owner' && nearest && !colon && !small) owner = true;
    // One word and no name: "airbill 407…". Names have a capital in the word before as well.
    if (nearest && !colon && !comma && !small && !crossed && LATIN.test(word)) lonely = !(NAME.test(word) && NAME.test(tokens[place - 1] ?? ''));
    // "Kalle", "Kalle P", "Tore Wikblad"
    named = (nearest || named) && !small && isName(word);
    if (nearest) common = numberWord === '' && !FIRST_NAME.test(word) && !(word.length > 4 && token.endsWith('.'));
    if (nearest) noun = !broken && meaning === 'other' && isNoun(token, /[\n.!?]$/.test(tokens[place - 1] ?? '.'));
    capital ||= !isLow(word.charAt(0));
    others += 1;
    // A long word with a full stop ends a sentence; the line above is a label only when it ends in one.
    if ((token.endsWith('.') && word.length > 4 && others > 1) || (crossed && !colon && !asked && numbers === 0)) return nothing();
    return others > MOST_WORDS || (asked && others > 2) ? nothing() : null;
  }

  /** Meaning of the word before, over small words: "numéro de dossier" has the word number first. */
  function classBefore(place: number): WordClass {
    for (let at = place - 1; at >= place - 3; at -= 1) {
      const meaning = classify(wordOf(tokens[at] ?? ''));
      if (meaning !== 'between') return meaning;
    }
    return 'other';
  }

  for (let place = tokens.length - 1; place >= 0; place -= 1) {
    const token = tokens[place] ?? '';
    if (token === ')' && others === 0) {
      // "040-628 04 (white), 040-628 05": what stands in parentheses parts no list.
      const open = tokens.lastIndexOf('(', place);
      if (open < 0) return nothing();
      const remark = tokens.slice(open + 1, place).map((one) => classify(wordOf(one)));
      // "Gareth (plumber) 029…"
      if (place === tokens.length - 1 && remark.length < 4 && remark.some((one) => one === 'phone' || one === 'role')) return remark.includes('phone') ? 'phone' : 'role';
      place = open;
      continue;
    }
    const sign = isNumberToken(token) ? number(token, place) : isWordToken(token) ? word(token, place) : mark(token, place);
    if (sign !== null) return sign;
  }
  return nothing();
}

/** "from=070…", `"from": "070…"` */
const isKey = (tokens: readonly string[], place: number) => tokens[place + 1] === '=' || (tokens[place + 1] === '"' && tokens[place + 2] === ':');

/** Words before `at`, where a number begins that is `written` so. */
export function signBefore(plain: string, at: number, written: string, { classify, grammar }: Reading): Sign {
  if (TELEPHONE.test(plain.slice(Math.max(0, at - 5), at))) return 'phone';
  const from = Math.max(0, at - REACH);
  const tokens = tokensOf(plain.slice(from, at));
  // A word cut in two says nothing.
  if (from > 0 && /[\p{L}\d]/u.test(plain[from - 1] ?? '')) tokens.shift();
  return tokens.length === 0 ? 'none' : readLabel(tokens, written, classify, grammar);
}
