import type { WordClass } from './label-class';
import type { Grammar, Reading } from './grammar';
import { isNumberToken, isWordToken, tokensOf, wordOf } from './tokens';
import type { Sign } from './words-beside';

const REACH = 100;
/** What a call costs: "(8,35 snt/puhelu", ", 0,20 €/min". */
const FARE = /^[ ,;]{0,2}\(?[^\d\n]{0,14}\d{1,2}[.,]\d{1,2} ?[^\d\s]{1,6}(?: ?\/ ?| par | per | pro )(?:min|puhelu|call|anruf|appel|samtal|opkald|chiamata|llamada)/i;
type MeaningOf = (token?: string) => WordClass;
/** What has numbers of its own, or who. */
const OWN = /^(?:id|thing|matter|owner)$/;

/** `opens`: nothing stands before the number. Reads on from `at`: "… är ditt bokningsnummer", "… (order)", "… (mobil)", "… has expired". */
export function signAfter(plain: string, at: number, { classify, grammar }: Reading, opens: boolean): Sign {
  const rest = plain.slice(at, at + REACH);
  if (FARE.test(rest)) return 'phone';
  const tokens = tokensOf(rest);
  const meaningOf = (token = '') => classify(wordOf(token));
  const named = namedAfter(tokens, meaningOf, grammar);
  if (named !== 'none') return named;
  // "… – cancelled", "… (returned)"
  const first = wordOf(tokens[/^[-,(:]$/.test(tokens[0] ?? '') ? 1 : 0] ?? '');
  if (callsAfter(tokens, meaningOf, grammar)) return 'phone';
  return grammar.verbs.has(first) || (grammar.passives.test(first) && classify(first) === 'other') || (tokens[0] !== '(' && idFollows(tokens, meaningOf, grammar)) || (opens && aboutThing(tokens, meaningOf)) ? 'subject' : 'none';
}

/** "(ordernr 0703…)", "tracking: 0703…": what has a number of its own right after it does not name the one before. */
const hasOwn = (tokens: readonly string[], place: number, meaningOf: MeaningOf): boolean =>
  /^(?:[:=#(]|\+?\d)/.test(tokens[place + (meaningOf(tokens[place + 1]) === 'number' ? 2 : 1)] ?? '');

/** A sentence that begins with a number and is about a thing: "… löd koden under etiketten", "… tracking shows delivered". */
function aboutThing(tokens: readonly string[], meaningOf: MeaningOf): boolean {
  let about = false;
  for (const [place, token] of tokens.slice(0, 12).entries()) {
    if (/^[\n!?@✉]$/.test(token) || isNumberToken(token)) return about && token !== '@';
    const meaning = isWordToken(token) ? meaningOf(token) : 'other';
    if (meaning === 'phone' || meaning === 'call' || meaning === 'role' || (meaning === 'ask' && !about)) return false;
    about ||= (meaning === 'id' || meaning === 'thing') && !hasOwn(tokens, place, meaningOf);
    if (token.endsWith('.') && token.length > 5) return about;
  }
  return about;
}

/** "… i rutan för betalningsreferens", with nothing of a telephone before it. */
function idFollows(tokens: readonly string[], meaningOf: MeaningOf, { lists }: Grammar): boolean {
  // "… or the credit control mobile" is about the next one.
  if (lists.has(tokens[0] ?? '')) return false;
  for (const [place, token] of tokens.slice(0, 10).entries()) {
    if (!isWordToken(token)) return false;
    const meaning = meaningOf(token);
    if (meaning === 'phone' || meaning === 'call' || meaning === 'ask') return false;
    if (meaning === 'id' || (meaning === 'thing' && place < 5 && meaningOf(tokens[place - 1]) === 'between')) return !/^[:=#(\d]/.test(tokens[place + 1] ?? '');
    if (token.endsWith('.')) return false;
  }
  return false;
}

/** "… har just ringt", "… called twice" */
function callsAfter(tokens: readonly string[], meaningOf: MeaningOf, { verbs }: Grammar): boolean {
  const at = tokens.slice(0, 4).findIndex((one) => meaningOf(one) === 'call');
  return at === 0 || (at > 0 && verbs.has(tokens[0] ?? '') && tokens.slice(1, at).every(isWordToken));
}

function namedAfter(tokens: readonly string[], meaningOf: MeaningOf, grammar: Grammar): Sign {
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
    if (place === 0 && /^[-:]$/.test(token) && (/^(?:between|ask)$/.test(meaningOf(tokens[1])) || grammar.is.has(tokens[1] ?? ''))) {
      says = true;
      aside = true;
      continue;
    }
    if (place === 0 && token === ',') continue;
    if (place === 0 && token === '-') return idAfterDash(tokens, meaningOf) ? 'id' : 'none';
    if (!isWordToken(token)) return 'none';
    const word = wordOf(token);
    if (grammar.is.has(word.toLowerCase())) {
      says = true;
      continue;
    }
    const said = meaningOf(word);
    const meaning = said === 'phone' && (word.length === 1 || others > 1 || /^(?:id|thing)$/.test(meaningOf(tokens[place + 1]))) ? 'other' : said;
    if (!says && meaning !== 'between') return 'none';
    // "(uppge kundnummer)"
    if (meaning === 'ask' && !aside) return 'none';
    if (meaning === 'phone') return says && !aside ? 'phone' : 'none';
    if (/^(?:id|thing|desk|matter)$/.test(meaning) && says) return tokens[0] === '(' && (others > 0 || hasOwn(tokens, place, meaningOf)) ? 'none' : 'id';
    const rest = tokens.slice(place + 1, place + 3).map(meaningOf);
    // "… is my new number"
    if (meaning === 'number' && says && !aside && !rest.some((one) => OWN.test(one))) return place > 1 ? 'phone' : 'none';
    const own = rest.findIndex((one) => one !== 'between');
    if (meaning === 'number' && says && OWN.test(rest[own] ?? '')) return tokens[0] === '(' && hasOwn(tokens, place + 1 + own, meaningOf) ? 'none' : 'id';
    if (meaning === 'owner' && says && rest[0] === 'number') return 'id';
    if (said === 'other') others += 1;
    if (others > 2 || (token.endsWith('.') && word.length > 4)) return 'none';
  }
  return 'none';
}

/** "… - tracking number", with nothing after it on its line. */
function idAfterDash(tokens: readonly string[], meaningOf: MeaningOf): boolean {
  const [, first = '', second = '', third = ''] = tokens;
  const meaning = meaningOf(first);
  if (meaning === 'id') return !/^(?:[:\d]|nr|no)/i.test(second);
  const numbered = meaningOf(second) === 'number' || meaning === 'number';
  return numbered && /^(?:thing|matter|owner|number)$/.test(meaning) && /^(?:|[\n.,)])$/.test(third);
}
