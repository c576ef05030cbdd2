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
  | 'owner' // somebody who has a number of each kind
  | 'vague' // "well no."
  | 'noun' // some thing nobody knows, directly
  | 'word' // some other word, directly
  | 'subject' // a sentence says something of it: "… has expired"
  | 'none';

const REACH = 100;
const LIST_SIGN = /^[,;/|&+\n]$/;
/** Words without a meaning between a phone word and its number. */
const MOST_WORDS = 5;
const MOST_LISTED = 12;
const ABBREVIATED = /^(?:nr|no|nro|n°|nº|num|nbr|#|№)$/i;
/** Digits as zeros; of bare digits one more or less is the same. */
const shapeOf = (written: string) => (/^\d+$/.test(written) ? `bare ${Math.floor((written.length + 1) / 2)}` : written.replace(/[.,:;]+$/, '').replace(/\d/g, '0'));
const NAME = /^\p{Lu}\p{Ll}+$/u;
/** Endings of "the" thing, trades, departments and verbs, in the Nordic languages. */
const NO_NOUN = /(?:[.atns]|[aeö]re?|ist|m[ao]|ing)$/;
const isLow = (word: string) => word === word.toLowerCase();
/** A name, or the letter it begins with. */
const isName = (word: string) => !isLow(word.charAt(0)) && isLow(word.slice(1));
/** Some thing; a word with a capital is one where it is long and begins its sentence. */
const isNoun = (token: string, begins: boolean) =>
  !NO_NOUN.test(token) && (isLow(token) ? token.length > 3 : begins && token.length > 6 && isName(token));
const LETTER_LABEL = /^[tmpcfodwhb]$/i;

/** Reads backwards from a number, one token at a time; the nearest word that says something decides. */
class LabelReader {
  private others = 0;
  private numbers = 0;
  private numberWord = '';
  private owner = false;
  private vague = false;
  private listed = false;
  private small = false;
  private colon = false;
  private comma = false;
  private ownersWord = false;
  private lonely = false;
  private named = false;
  private noun = false;
  private capital = false;
  private broken = false;
  private crossed = false;
  private asked = false;
  /** Members of a list of ids are of one length. */
  private alike = true;

  constructor(
    private readonly tokens: readonly string[],
    private readonly written: string,
    private readonly classify: WordClassifier,
    private readonly grammar: Grammar,
  ) {}

  read(): Sign {
    const { tokens } = this;
    for (let place = tokens.length - 1; place >= 0; place -= 1) {
      const token = tokens[place] ?? '';
      if (token === ')' && this.others === 0) {
        // "040-628 04 (white), 040-628 05": what stands in parentheses parts no list.
        const open = tokens.lastIndexOf('(', place);
        if (open < 0) return this.nothing();
        place = open;
        continue;
      }
      const sign = isNumberToken(token) ? this.number(token, place) : isWordToken(token) ? this.word(token, place) : this.mark(token, place);
      if (sign !== null) return sign;
    }
    return this.nothing();
  }

  private nothing(): Sign {
    // "The plumber's number? 070…"
    if (this.asked && this.numberWord !== '') return 'phone-far';
    if (this.numberWord !== '' && this.small && this.others === 0 && this.numbers === 0) return 'phone-far';
    if (this.named && this.others > 1) return 'role';
    if (this.lonely && !this.vague && !this.owner) return this.noun ? 'noun' : 'word';
    return this.vague ? 'vague' : this.owner ? 'owner' : 'none';
  }

  /** Only a list hands its label on to the next member. */
  private number(token: string, place: number): Sign | null {
    const last = place === this.tokens.length - 1;
    // Bare digits of one length side by side are a list too.
    const beside = last && /^\d+$/.test(this.written) && new RegExp(`(?:^| )\\d{${this.written.length}}$`).test(token);
    this.numbers += 1;
    if (!(this.listed || beside || token.endsWith('/')) || this.others > 0 || this.numbers > MOST_LISTED) return this.nothing();
    this.listed = false;
    this.alike &&= beside || shapeOf(token) === shapeOf(this.written);
    return null;
  }

  private mark(token: string, place: number): Sign | null {
    if (LIST_SIGN.test(token)) this.listed = true;
    if (token === ':') this.colon = true;
    if (token === ',') this.comma = true;
    if (token === '?' && (this.others === 0 || (this.crossed && this.others <= 2))) {
      this.asked = true;
      this.others = 0;
      return null;
    }
    if (/[!?.]/.test(token)) return this.nothing();
    if (token === '\n') {
      if (this.others > 0 && !this.asked) return this.tokens[place - 1] === '?' ? this.cross() : this.nothing();
      this.cross();
    }
    if (/[;|•-]/.test(token)) this.broken ||= this.others > 0;
    return null;
  }

  private cross(): null {
    this.crossed = true;
    this.colon = false;
    return null;
  }

  private word(token: string, place: number): Sign | null {
    const word = wordOf(token);
    const { classify, tokens } = this;
    if (LETTER_LABEL.test(word) && (tokens[place + 1] === ':' || (place === tokens.length - 1 && token.endsWith('.'))) && this.others === 0 && this.numbers === 0) return 'phone';
    const listWord = this.grammar.lists.has(word.toLowerCase());
    const key = this.others === 0 && isKey(tokens, place) ? classify(`${word}=`) : 'other';
    const said = key === 'phone' ? key : classify(word);
    const meaning = said === 'call' ? 'phone' : word.length === 1 && said === 'phone' && key !== 'phone' ? 'other' : said;
    if (listWord) this.listed = true;
    if (meaning === 'between' || listWord) {
      this.small = true;
      return null;
    }
    if (meaning === 'number') {
      this.numberWord = word;
      return null;
    }
    const before = this.classBefore(place);
    const numbered = this.numberWord !== '' || before === 'number';
    const nearest = this.others === 0 && this.numbers === 0;
    if (meaning === 'ask' && nearest && !this.small && !this.crossed) return 'thing';
    if ((meaning === 'role' || meaning === 'owner') && this.named && !numbered) return 'role';
    if (meaning === 'role' && !this.broken && this.others <= 1) return 'role';
    if (meaning === 'phone') return this.others === 0 && !this.broken ? 'phone' : this.vague ? 'vague' : 'phone-far';
    // "Sms:a portkoden till 072…"
    if (meaning === 'id' && this.small && this.others === 0 && before === 'phone' && !this.colon) return 'phone-far';
    if (meaning === 'id') return this.others <= (this.capital ? 1 : 3) && !this.broken && this.alike ? 'id' : this.nothing();
    if (meaning === 'thing' || meaning === 'desk' || meaning === 'matter') {
      if (this.broken || this.others > 2 || !this.alike) return this.nothing();
      // "Phone accounts on …", "caller ID".
      if (!numbered && (this.small || this.asked || this.comma || (this.colon && classify(wordOf(tokens[place - 1] ?? '')) === 'between') || /^caller$/i.test(tokens[place - 1] ?? '')) && before === 'phone') return 'phone-far';
      // "Customer ref." is an id, a "sales order" too.
      if (this.asked && !numbered) return this.nothing();
      return numbered || (this.ownersWord && this.others === 1 && !this.small) ? 'id' : this.others > (this.capital ? 1 : 2) ? this.nothing() : meaning === 'matter' || (this.others > 0 && meaning === 'thing') ? (this.colon ? 'desk' : 'thing') : meaning;
    }
    if (meaning === 'owner' && this.others === 0 && !this.broken && this.alike && numbered) return 'id';
    // "Well no. 30355", "nr szkody 22448".
    if (nearest && before === 'number' && !this.small && meaning === 'other') this.vague = true;
    // English names its ids "plant number".
    if (/^numbers?$/i.test(this.numberWord) && nearest && !this.small && /^\p{L}{2,}[^\Ws]$/u.test(word) && !this.grammar.plainNumbers.has(word.toLowerCase())) return 'thing';
    if (ABBREVIATED.test(this.numberWord) && nearest && !this.small && !/[^s]s$/i.test(word)) this.vague = true;
    if (meaning === 'owner' && nearest && !this.colon && !this.small) this.owner = true;
    // One word and no name: "airbill 407…". Names have a capital in the word before as well.
    if (nearest && !this.colon && !this.comma && !this.small && !this.crossed) this.lonely = !(NAME.test(word) && NAME.test(tokens[place - 1] ?? ''));
    // "Kalle", "Kalle P", "Tore Wikblad"
    this.named = (nearest || this.named) && !this.small && isName(word);
    if (nearest) this.noun = !this.broken && meaning === 'other' && isNoun(token, /[\n.!?]$/.test(tokens[place - 1] ?? '.'));
    this.ownersWord ||= meaning === 'owner';
    this.capital ||= !isLow(word.charAt(0));
    this.others += 1;
    // A long word with a full stop ends a sentence; the line above is a label only when it ends in one.
    if ((token.endsWith('.') && word.length > 4 && this.others > 1) || (this.crossed && !this.colon && !this.asked && this.numbers === 0)) return this.nothing();
    return this.others > MOST_WORDS || (this.asked && this.others > 2) ? this.nothing() : null;
  }

  /** Meaning of the word before, over small words: "numéro de dossier" has the word number first. */
  private classBefore(place: number): WordClass {
    for (let at = place - 1; at >= place - 3; at -= 1) {
      const meaning = this.classify(wordOf(this.tokens[at] ?? ''));
      if (meaning !== 'between') return meaning;
    }
    return 'other';
  }
}

/** "from=070…", `"from": "070…"` */
const isKey = (tokens: readonly string[], place: number) => tokens[place + 1] === '=' || (tokens[place + 1] === '"' && tokens[place + 2] === ':');

/** Words before `at`, where a number begins that is `written` so. */
export function signBefore(plain: string, at: number, written: string, { classify, grammar }: Reading): Sign {
  const from = Math.max(0, at - REACH);
  const tokens = tokensOf(plain.slice(from, at));
  // A word cut in two says nothing.
  if (from > 0 && /[\p{L}\d]/u.test(plain[from - 1] ?? '')) tokens.shift();
  return tokens.length === 0 ? 'none' : new LabelReader(tokens, written, classify, grammar).read();
}

/** Reads on from `at`: "… är ditt bokningsnummer", "… (order)", "… (mobil)", "… has expired". */
export function signAfter(plain: string, at: number, { classify, grammar }: Reading): Sign {
  const tokens = tokensOf(plain.slice(at, at + REACH));
  const named = namedAfter(tokens, classify, grammar);
  if (named !== 'none') return named;
  const first = wordOf(tokens[0] ?? '');
  if (callsAfter(tokens, classify, grammar)) return 'phone';
  return grammar.verbs.has(first) || (grammar.passives.test(first) && classify(first) !== 'phone') || idFollows(tokens, classify) ? 'subject' : 'none';
}

/** "… i rutan för betalningsreferens", with nothing of a telephone before it. */
function idFollows(tokens: readonly string[], classify: WordClassifier): boolean {
  for (const [place, token] of tokens.slice(0, 10).entries()) {
    if (!isWordToken(token)) return false;
    const meaning = classify(wordOf(token));
    if (meaning === 'phone' || meaning === 'call' || meaning === 'ask') return false;
    if (meaning === 'id' || (meaning === 'thing' && place > 0 && place < 5 && classify(wordOf(tokens[place - 1] ?? '')) === 'between')) return !/^[:=#(\d]/.test(tokens[place + 1] ?? '');
    if (token.endsWith('.')) return false;
  }
  return false;
}

/** "… har just ringt", "… called twice" */
function callsAfter(tokens: readonly string[], classify: WordClassifier, { verbs }: Grammar): boolean {
  const at = tokens.slice(0, 4).findIndex((one) => classify(wordOf(one)) === 'call');
  return at === 0 || (at > 0 && verbs.has(tokens[0] ?? '') && tokens.slice(1, at).every(isWordToken));
}

function namedAfter(tokens: readonly string[], classify: WordClassifier, grammar: Grammar): Sign {
  let says = false;
  /** After a dash or colon: what follows may be about the number, or about calling. */
  let aside = false;
  let others = 0;
  for (const [place, token] of tokens.slice(0, 10).entries()) {
    if ((place === 0 && /^[([=<←]$/.test(token)) || (place === 1 && token === '-' && tokens[0] === '<')) {
      says = true;
      continue;
    }
    // "… – your contract number"
    if (place === 0 && /^[-:]$/.test(token) && (/^(?:between|ask)$/.test(classify(wordOf(tokens[1] ?? ''))) || grammar.is.has(tokens[1] ?? ''))) {
      says = true;
      aside = true;
      continue;
    }
    if (place === 0 && token === ',') continue;
    if (place === 0 && token === '-') return idAfterDash(tokens, classify) ? 'id' : 'none';
    if (!isWordToken(token)) return 'none';
    const word = wordOf(token);
    if (grammar.is.has(word.toLowerCase())) {
      says = true;
      continue;
    }
    const said = classify(word);
    const meaning = said === 'phone' && (word.length === 1 || others > 1) ? 'other' : said;
    if (!says && meaning !== 'between') return 'none';
    // "(uppge kundnummer)"
    if (meaning === 'ask' && !aside) return 'none';
    if (meaning === 'phone') return says && !aside ? 'phone' : 'none';
    if ((meaning === 'id' || meaning === 'thing' || meaning === 'desk' || meaning === 'matter') && says) return 'id';
    const rest = tokens.slice(place + 1, place + 3).map((one) => classify(wordOf(one)));
    // "… is my new number"
    if (meaning === 'number' && says && !aside && !rest.some((one) => /^(?:id|thing|matter|owner)$/.test(one))) return place > 1 ? 'phone' : 'none';
    if (meaning === 'number' && says && /^(?:id|thing|matter|owner)$/.test(classify(wordOf(tokens.slice(place + 1, place + 3).find((one) => classify(wordOf(one)) !== 'between') ?? '')))) return 'id';
    if (meaning === 'owner' && says && classify(wordOf(tokens[place + 1] ?? '')) === 'number') return 'id';
    if (meaning === 'other') others += 1;
    if (others > 2 || (token.endsWith('.') && word.length > 4)) return 'none';
  }
  return 'none';
}

/** "… - tracking number", with nothing after it on its line. */
function idAfterDash(tokens: readonly string[], classify: WordClassifier): boolean {
  const [, first = '', second = '', third = ''] = tokens;
  const meaning = classify(wordOf(first));
  if (meaning === 'id') return !/^(?:[:\d]|nr|no)/i.test(second);
  const numbered = classify(wordOf(second)) === 'number' || meaning === 'number';
  return numbered && /^(?:thing|matter|owner|number)$/.test(meaning) && /^(?:|[\n.,)])$/.test(third);
}
