import { LETTERS } from './letters';

/** Words with their inner signs, numbers with theirs, and punctuation one by one; lines end in a token of their own. */
const LETTER = `${LETTERS}\\u0300-\\u036f`;
const TOKEN = new RegExp(
  `n\\.?[°º]|[${LETTER}](?:[${LETTER}\\d]|[./_:’'](?=[${LETTER}])|-(?=[${LETTER}\\d]))*\\.?|[#№]|\\+?\\d(?:[\\d.:/+-]|\\(\\d+\\))*(?: (?:[\\d.:/+-]|\\(\\d+\\))+)*|[^\\s]|\\n`,
  'gi',
);
const WORD = new RegExp(`^[${LETTERS}#№]`);

export function tokensOf(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

/** Digits, or a code that has at least three of them. */
export function isNumberToken(token: string): boolean {
  return /^\+?\d|\d{3}/.test(token);
}

export function isWordToken(token: string): boolean {
  return WORD.test(token);
}

/** Without the dot of an abbreviation or a sentence. */
export function wordOf(token: string): string {
  return token.endsWith('.') ? token.slice(0, -1) : token;
}
