import type { NumberPlan, NumberPlans } from './number-plan';
import { parseDigits, type ParsedNumber } from './parse-digits';

const MOST_KEPT = 4000;

/** {@link parseDigits} for one region, remembering: pages repeat their numbers, and runs are tried in many cuts. */
export function createDigitParser(plans: NumberPlans, home: NumberPlan | null): (digits: string, plus: boolean) => ParsedNumber | null {
  const memo = new Map<string, ParsedNumber | null>();
  return (digits, plus) => {
    const key = plus ? `+${digits}` : digits;
    let parsed = memo.get(key);
    if (parsed === undefined) {
      parsed = parseDigits(digits, plus, home, plans);
      if (memo.size >= MOST_KEPT) memo.clear();
      memo.set(key, parsed);
    }
    return parsed;
  };
}
