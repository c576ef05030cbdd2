import { DIGIT } from '@/utils/domain/phone-number/number-gate';

/**
 * Three digits close together, of any script a number is written in. Looser than the finder's own gate: the text of a
 * whole stretch of the page is tried at once, where a number may go on in the next node. Remembers where it is: one
 * for each user.
 */
export const pageGate = (): RegExp => new RegExp(`[${DIGIT}](?:[^A-Za-z${DIGIT}]{0,6}[${DIGIT}]){2}`, 'g');

const ANY_DIGIT = new RegExp(`[${DIGIT}]`);

/** A text that arrived alone may be one end of a number, however short it is. */
export const holdsDigit = (text: string): boolean => ANY_DIGIT.test(text);
