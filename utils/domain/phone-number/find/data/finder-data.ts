import type { FinderData } from '../finder-rules';
import { SHAPES } from './shapes';
import { SHORT_NUMBERS } from './short-numbers';
import { WORD_RULES } from './word-rules';

/** What a finder knows beside the number plans. */
export const FINDER_RULES: Omit<FinderData, 'plans'> = Object.freeze({ words: WORD_RULES, shapes: SHAPES, short: SHORT_NUMBERS });
