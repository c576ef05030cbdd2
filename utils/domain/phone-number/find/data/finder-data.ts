import type { FinderData } from '../finder-rules';
import type { NumberMetadata } from '../number-plan';
import { SHAPES } from './shapes';
import { SHORT_NUMBERS } from './short-numbers';
import { WORD_RULES } from './word-rules';

/** What a finder knows beside the number plans. */
export const FINDER_RULES: Omit<FinderData, 'plans'> = Object.freeze({ words: WORD_RULES, shapes: SHAPES, short: SHORT_NUMBERS });

/** The data as a script may be sent it. Each region's plan is text of its own, read when a number needs it: most never are. */
export function packFinderData(plans: NumberMetadata): string {
  const countries = Object.fromEntries(Object.entries(plans.countries).map(([region, plan]) => [region, JSON.stringify(plan)]));
  return JSON.stringify({ plans: { ...plans, countries }, ...FINDER_RULES });
}
