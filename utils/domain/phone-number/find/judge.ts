import type { FindLevel, KeptReason, RejectedReason } from '../found-number';
import { groupingOf, type Grouping } from './grouping';
import type { ParsedNumber } from './parse-digits';
import type { Sign } from './words-beside';

/** Everything that speaks for or against a candidate. */
export interface Evidence {
  readonly parsed: ParsedNumber;
  readonly groups: readonly string[];
  /** What stands between the groups, all of it. */
  readonly separators: string;
  readonly before: Sign;
  readonly after: Sign;
  /** Digits of the same run that belong to no number. */
  readonly leftover: boolean;
  /** A short code in capitals directly before: NPI, SKU. */
  readonly code: boolean;
  /** Digits to send once answered follow it, or how long it took. */
  readonly called: boolean;
}

export interface Judgement {
  readonly score: number;
  readonly kept: KeptReason;
  /** What spoke loudest against it. */
  readonly against: RejectedReason;
}

/** Points a candidate needs on each level. */
const NEEDED: Readonly<Record<FindLevel, number>> = Object.freeze({ strict: 3.6, normal: 2, eager: 0.5 });

const LEVELS: readonly FindLevel[] = ['strict', 'normal', 'eager'];

/** The strictest level a score is enough for; null where that is not the level asked for, nor a stricter one. */
export function confidenceOf(score: number, level: FindLevel): FindLevel | null {
  const confidence = LEVELS.find((one) => score >= NEEDED[one]);
  return confidence === undefined || LEVELS.indexOf(confidence) > LEVELS.indexOf(level) ? null : confidence;
}

const BASE = Object.freeze({ international: 6, idd: 4, national: 3, unprefixed: 0, zeroless: -1, 'country-code': -0.8 });
const GROUPED: Readonly<Record<Grouping, number>> = Object.freeze({ canonical: 1, partial: 0.3, bare: 0, plausible: 0, odd: -1.6 });

const HOME_OF_NOUNS: readonly string[] = ['SE', 'NO', 'DK'];
const NORDIC: readonly string[] = ['SE', 'FI', 'NO', 'DK'];

/** Without a prefix only the look of the digits tells: ids have the same length. */
function unprefixed({ parsed, groups, separators }: Evidence, grouping: Grouping): number {
  // Where the plan itself writes them so, bare digits look right.
  const oneGroup = parsed.format === null || /^\$1$/.test(parsed.format.national);
  if (grouping === 'bare' && oneGroup) return 2;
  if (grouping === 'bare') return parsed.plan.callingCode === '1' && !/\+/.test(separators) ? 2 : 0.8;
  const spaced = separators.trim() === '';
  // North America parts three, three and four; 5-3-2 and 4-6 are ids.
  if (parsed.plan.callingCode === '1' && (grouping === 'plausible' || grouping === 'odd') && !spaced) return -0.5;
  if (grouping === 'canonical') return spaced ? (groups.length === 3 && groups.every((one) => one.length === 3) ? 1.2 : 1.6) : 2;
  return grouping === 'partial' ? 1.8 : spaced && parsed.format !== null ? 1.4 : 2;
}

/** Belgium's enterprises have four, three and three digits with dots; its phones are not written so. */
const looksRegistered = (region: string, groups: readonly string[], separators: string): boolean =>
  region === 'BE' && separators === '..' && groups.map((one) => one.length).join() === '4,3,3';

export function judge(evidence: Evidence): Judgement {
  const { parsed, groups, separators, before, after, leftover, code, called } = evidence;
  const grouping = groupingOf(parsed, groups);
  const strong = parsed.form === 'international' || parsed.form === 'idd';
  const loud: [number, RejectedReason][] = [[0, 'unsure']];
  let score: number = BASE[parsed.form] + GROUPED[grouping];
  if (grouping === 'odd') loud.push([1.6, 'grouping']);
  if (parsed.form === 'unprefixed') score += unprefixed(evidence, grouping);
  if (!strong && /\(/.test(separators)) score += 1;
  if (parsed.form === 'national' && groups[0] === '0' && groups.slice(1).every((one) => one.length === 3) && /^ [ ]*$/.test(separators)) score -= 1.5;
  // Nordic numbers have spaces; dashes throughout are part numbers.
  if (!strong && NORDIC.includes(parsed.plan.region) && /^-(?:-){2,}$/.test(separators)) score -= 1.4;
  const minus = (points: number, reason: RejectedReason) => {
    score -= points;
    loud.push([points, reason]);
  };
  // "335 000 000"
  if (parsed.form === 'unprefixed' && groups.length > 2 && parsed.nsn.endsWith('000000')) minus(2, 'amount');
  if (leftover && !strong) minus(parsed.form === 'unprefixed' ? 2 : grouping === 'canonical' || grouping === 'partial' ? 0.5 : 1.2, 'list');
  if (code && groups.length === 1 && !strong) minus(2, 'label');

  if (separators.includes('_') && !strong) minus(1.4, 'identifier');
  if (parsed.form === 'national' && looksRegistered(parsed.plan.region, groups, separators)) minus(2.4, 'organisation-id');

  const phone = before === 'phone' || after === 'phone' ? 3 : before === 'phone-far' || before === 'role' || called ? 1.5 : before === 'reach' ? 1.3 : 0;
  score += phone;
  if (before === 'id' && after !== 'phone') minus(9, 'label');
  else if (after === 'id') minus(9, 'label');
  else if (after === 'subject' && phone === 0 && parsed.form !== 'international') minus(2.2, 'label');
  else if (before === 'noun' && parsed.form !== 'international' && HOME_OF_NOUNS.includes(parsed.plan.region)) minus(2.2, 'label');
  else if ((before === 'noun' || before === 'common') && parsed.form !== 'international' && grouping === 'bare') minus(1.2, 'label');
  else if (before === 'word' && parsed.form === 'unprefixed' && grouping === 'bare') minus(1, 'label');
  else if (before === 'vague') minus(parsed.form === 'international' ? 0 : 2.2, 'label');
  else if (before === 'owner') minus(parsed.form !== 'international' && grouping === 'bare' ? 1.2 : 0, 'label');
  else if (before === 'thing') minus(parsed.form === 'international' ? 1.5 : 4, 'label');
  else if (before === 'desk') minus(parsed.form === 'international' ? 0.5 : grouping === 'odd' || groups.length < 2 ? 4 : groups.length > 2 && grouping !== 'plausible' ? 1 : 1.2, 'label');

  const [, against] = loud.reduce((worst, one) => (one[0] > worst[0] ? one : worst));
  const byForm: KeptReason = strong ? 'international' : parsed.form === 'national' ? 'national' : 'bare';
  return { score, kept: phone > 0 ? 'phone-word' : byForm, against };
}
