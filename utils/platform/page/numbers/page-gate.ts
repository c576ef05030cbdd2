import { DIGIT, PAGE_GATE } from '@/utils/domain/phone-number/number-gate';

/**
 * The finder's own gate, but for line breaks: the text of a whole stretch of the page is tried at once, where a number
 * may go on in the next node. Remembers where it is: one for each user.
 */
export const pageGate = (source = PAGE_GATE): RegExp => new RegExp(source, 'g');

const ANY_DIGIT = new RegExp(`[${DIGIT}]`);

/** A text that arrived alone may be one end of a number, however short it is. */
export const holdsDigit = (text: string): boolean => ANY_DIGIT.test(text);

const NO_DIGITS = new RegExp(`[^${DIGIT}]+`, 'g');

export const digitsIn = (text: string): number => text.replace(NO_DIGITS, '').length;
