import type { FoundKind } from '../found-number';
import type { NumberPlan, NumberPlans, PlanFormat } from './number-plan';

/** How digits came to be a number. */
export type NumberForm =
  | 'international' // after a plus
  | 'idd' // after the region's international prefix
  | 'national' // with the national prefix, or where numbers begin with their own zero
  | 'unprefixed' // as it is written in a plan without national prefix
  | 'zeroless' // its national prefix is missing
  | 'country-code'; // the country code without a plus

export interface ParsedNumber {
  readonly form: NumberForm;
  readonly plan: NumberPlan;
  /** National significant number. */
  readonly nsn: string;
  readonly kind: FoundKind;
  readonly format: PlanFormat | null;
}

/** The kind of a national significant number; null when the plan has no such number. */
function kindOf(plan: NumberPlan, nsn: string): FoundKind | null {
  if (!plan.general.test(nsn)) return null;
  for (const { kind, whole } of plan.kinds) if (whole.test(nsn)) return kind;
  return null;
}

function formatOf(plan: NumberPlan, nsn: string): PlanFormat | null {
  return plan.formats.find(({ leading, whole }) => (leading === null || leading.test(nsn)) && whole.test(nsn)) ?? null;
}

/** Looser in the metadata than in the regulator's plan: no Stockholm subscriber's number begins with a zero. */
const UNUSED: Readonly<Record<string, RegExp>> = { SE: /^80/ };

function numberOf(plan: NumberPlan, nsn: string, form: NumberForm): ParsedNumber | null {
  if (UNUSED[plan.region]?.test(nsn)) return null;
  const kind = kindOf(plan, nsn);
  return kind === null || plan.callingCode.length + nsn.length > 15 ? null : { form, plan, nsn, kind, format: formatOf(plan, nsn) };
}

/** Without the national prefix, where the digits begin with one; a plan may rewrite them (Argentina's 15 → 9). */
function withoutPrefix(plan: NumberPlan, digits: string): string | null {
  const match = plan.prefixForParsing?.exec(digits);
  if (!match) return null;
  const captured = match.length > 1 && match.slice(1).some((one) => one !== undefined && one !== '');
  // A transform has its captures in the prefix pattern itself.
  if (plan.transform !== null && captured) return digits.replace(plan.prefixForParsing as RegExp, plan.transform);
  return match[0] === '' ? null : digits.slice(match[0].length);
}

/** A number after its calling code, which a national prefix may wrongly follow: +46 070… */
function afterCode(plans: NumberPlans, digits: string, form: NumberForm): ParsedNumber | null {
  for (let length = 1; length <= 3; length += 1) {
    const family = plans.forCallingCode(digits.slice(0, length));
    for (const plan of family) {
      const rest = digits.slice(length);
      const parsed = numberOf(plan, rest, form);
      if (parsed) return parsed;
      const stripped = withoutPrefix(plan, rest);
      const again = stripped === null ? null : numberOf(plan, stripped, form);
      // Only the main region's own habits may add digits to what was written.
      if (again && (plan === family[0] || rest.endsWith(again.nsn))) return again;
    }
  }
  return null;
}

/** What digits mean for a user of `home`. `plus`: a plus stands before them. Source: E.164, libphonenumber's plans. */
export function parseDigits(digits: string, plus: boolean, home: NumberPlan | null, plans: NumberPlans): ParsedNumber | null {
  if (plus) return digits.length < 6 || digits.length > 18 ? null : afterCode(plans, digits, 'international');
  if (!home || digits.length < 4) return null;
  const idd = home.idd?.exec(digits);
  if (idd && digits.length - idd[0].length >= 7) {
    const abroad = afterCode(plans, digits.slice(idd[0].length), 'idd');
    if (abroad) return abroad;
  }
  // Regions that share a code share their numbering: Toronto is dialled from New York as Boston is.
  const family = [home, ...plans.forCallingCode(home.callingCode).filter((one) => one !== home)];
  for (const plan of family) {
    const stripped = withoutPrefix(plan, digits);
    const national = stripped === null ? null : numberOf(plan, stripped, 'national');
    // A neighbour's short local form is not dialled from here.
    if (national && (plan === home || digits.endsWith(national.nsn))) return national;
    if (plan !== home && !home.lengths.includes(digits.length)) continue;
    const bare = numberOf(plan, digits, digits.startsWith('0') ? 'national' : 'unprefixed');
    if (bare) return bare.format?.prefixRequired ? null : bare;
  }
  const { callingCode } = home;
  return digits.startsWith(callingCode) && digits.length > 9 ? countryCode(home, digits.slice(callingCode.length)) : null;
}

/** Fewer digits without their prefix may be anything. */
export const FEWEST_ZEROLESS = 8;

/** A number of `home` whose national prefix was lost, as spreadsheets lose it; null where it is written without one anyway. */
export function parseZeroless(digits: string, home: NumberPlan): ParsedNumber | null {
  if (digits.length < FEWEST_ZEROLESS || digits.startsWith('0') || !home.lengths.includes(digits.length)) return null;
  const parsed = numberOf(home, digits, 'zeroless');
  return parsed?.format?.prefixRequired && /^(?:mobile|fixed|toll-free)$/.test(parsed.kind) ? parsed : null;
}

function countryCode(home: NumberPlan, rest: string): ParsedNumber | null {
  return numberOf(home, rest, 'country-code');
}
