import type { NumberPlan, NumberPlans } from './number-plan';
import { parseDigits, type ParsedNumber } from './parse-digits';

/** {@link parseDigits} for one region. A run is tried as a whole first and then again in its cuts: the last one is remembered. */
export function createDigitParser(plans: NumberPlans, home: NumberPlan | null): (digits: string, plus: boolean) => ParsedNumber | null {
  let last: { readonly digits: string; readonly plus: boolean; readonly parsed: ParsedNumber | null } | null = null;
  return (digits, plus) => {
    if (last?.digits !== digits || last.plus !== plus) last = { digits, plus, parsed: parseDigits(digits, plus, home, plans) };
    return last.parsed;
  };
}
