import { DIGIT, gateSource } from '@/utils/domain/phone-number/number-gate';

/**
 * The finder's own gate, but for line breaks: the text of a whole stretch of the page is tried at once, where a number
 * may go on in the next node. Remembers where it is: one for each user.
 */
export const pageGate = (): RegExp => new RegExp(gateSource(`[^A-Za-z${DIGIT}]{0,6}`), 'g');

const ANY_DIGIT = new RegExp(`[${DIGIT}]`);

/** A text that arrived alone may be one end of a number, however short it is. */
export const holdsDigit = (text: string): boolean => ANY_DIGIT.test(text);

const NO_DIGITS = new RegExp(`[^${DIGIT}]+`, 'g');

export const digitsIn = (text: string): number => text.replace(NO_DIGITS, '').length;
