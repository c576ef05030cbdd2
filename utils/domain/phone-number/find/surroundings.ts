/** What touches a number and makes it a part of something longer. */
export type Touch = 'glued' | 'amount' | 'time' | null;

/** Of scripts that codes are made with; a letter of another one ties nothing. */
const LETTER = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\u0300-\u036f]/u;
const letter = (char: string | undefined) => char !== undefined && LETTER.test(char);

/** A word with a capital begins right after a grouped number where a page forgot a space: "0370-30 12 40Öppettider". */
const NEXT_WORD = /^\p{Lu}(?:\p{Ll}{2}|-\p{Ll})|^[\p{L}.]+@/u;

/** `opens`: it begins with `+` or `(`, which part it from a word before. `label`: that word is one. */
export function touchBefore(plain: string, start: number, opens: boolean, isLabel: (word: string) => boolean): Touch {
  const char = plain[start - 1];
  if (char === undefined || /\s/.test(char)) return null;
  if (/\d/.test(char)) return 'glued';
  if (/[$€£¥₹]/.test(char)) return 'amount';
  if (opens) return null;
  if (letter(char)) {
    // English lets nothing touch; "call415…" is libphonenumber's own counterexample.
    const word = wordEnding(plain, start);
    return word !== 'call' && isLabel(word) ? null : 'glued';
  }
  const before = plain[start - 2];
  if (char === '=') return [start - 1, start].some((at) => isLabel(wordEnding(plain, at, KEY))) ? null : 'glued';
  // "worker[2025550143]"
  if (char === '[' && /^\d+\]/.test(plain.slice(start, start + 20))) return 'glued';
  // "call Jim @919-602-4418"
  if (char === '@' && before === ' ') return null;
  if (/[_@*%^~\\]/.test(char)) return 'glued';
  if (/[-./]/.test(char) && (letter(before) || /\d/.test(before ?? ''))) {
    const word = wordEnding(plain, start - 1);
    if (word === '') return 'glued';
    return isLabel(word) || (char === '-' && word.length >= 4 && word === word.toLowerCase()) ? null : 'glued';
  }
  if (char === ',' && /\d/.test(before ?? '')) return /(?:^|\D)\d{1,4},$/.test(plain.slice(Math.max(0, start - 6), start)) ? 'amount' : null;
  return null;
}

export function touchAfter(plain: string, end: number, grouped: boolean): Touch {
  const char = plain[end];
  const next = plain[end + 1];
  if (char === undefined) return null;
  if (letter(char)) return grouped && NEXT_WORD.test(plain.slice(end, end + 32)) ? null : 'glued';
  if (/\d/.test(char)) return 'glued';
  if (/[%€£$¥‰°]/.test(char)) return 'amount';
  if (/[_@=*\\^]/.test(char)) return 'glued';
  if (char === ':' && /\d/.test(next ?? '')) return 'time';
  if (/[.,]/.test(char) && /\d/.test(next ?? '')) return /^[.,]\d{1,3}(?!\d)/.test(plain.slice(end, end + 6)) ? 'amount' : char === '.' ? 'glued' : null;
  if (char === '-' && letter(next)) return /^-\p{L}{1,2}(?!\p{L})|^-\p{L}*\d|^-\p{Lu}/u.test(plain.slice(end, end + 12)) ? 'glued' : null;
  return null;
}

const WORD = /[\p{L}.]*\p{L}$/u;
const KEY = /[A-Za-zÀ-ž_][\wÀ-ž.]*=?$/;

function wordEnding(plain: string, end: number, pattern = WORD): string {
  return pattern.exec(plain.slice(Math.max(0, end - 24), end))?.[0] ?? '';
}

/** Digits to send after the number: "ext. 12", "ankn 345", "x7"; `tied` when letters hang on them. */
export function extensionAfter(plain: string, end: number, pattern: RegExp): { readonly digits: string; readonly tied: boolean } | null {
  const match = pattern.exec(plain.slice(end, end + 28));
  const digits = match?.[1];
  if (!match || digits === undefined) return null;
  return { digits, tied: letter(plain[end + match[0].length]) };
}

/** More than one pair of parentheses, but for +46 and (0). */
export const isBracketed = (separators: string): boolean => !/^\(?\+/.test(separators) && /\(.*\(/.test(separators.replace('(0)', ''));
