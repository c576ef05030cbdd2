const DIALABLE = /[\d+*#]/;
const DIALABLE_ALL = /[\d+*#]/g;

export interface EditedText {
  readonly text: string;
  readonly caret: number;
}

/** Text as it is, or grouped the national way, with the caret after the same digit as before. */
export function reformat(text: string, caret: number, format: (digits: string) => string): EditedText {
  // Words, names and addresses are left alone: only what is nothing but a number is grouped.
  if (/[^\d+\s().\-/]/.test(text) || !DIALABLE.test(text)) return { text, caret };
  const plain = (text.match(DIALABLE_ALL) ?? []).join('');
  const formatted = format(plain);
  // A formatter that adds or drops a digit is not trusted with what the user typed.
  if ((formatted.match(DIALABLE_ALL) ?? []).join('') !== plain) return { text, caret };
  const before = (text.slice(0, caret).match(DIALABLE_ALL) ?? []).length;
  return { text: formatted, caret: positionAfter(formatted, before) };
}

function positionAfter(text: string, dialables: number): number {
  if (dialables === 0) return 0;
  let seen = 0;
  for (let index = 0; index < text.length; index++) {
    if (DIALABLE.test(text.charAt(index)) && ++seen === dialables) return index + 1;
  }
  return text.length;
}

/** The number in a pasted text: `Tel: 070-174 06 07 (mobil)` gives `070-174 06 07`; text without one is kept. */
export function numberInPaste(pasted: string): string {
  const line = pasted.replace(/\s+/g, ' ').trim();
  const found = line.match(/[+(]?[\d*#][\d\s().\-/*#‐-―]*[\d*#]|[\d*#]/g) ?? [];
  const longest = found.reduce((best, next) => (digits(next) > digits(best) ? next : best), '');
  return longest === '' ? line : longest.trim();
}

const digits = (text: string) => (text.match(DIALABLE_ALL) ?? []).length;
