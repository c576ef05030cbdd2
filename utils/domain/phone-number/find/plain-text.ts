/**
 * The text with every script's digits as ASCII, every dash as `-`, every space as ' ' and marks that nobody sees as
 * IGNORED, so that later steps have one alphabet. Each UTF-16 unit keeps its place: offsets are those of the text.
 */
export function plainText(text: string): string {
  return UNUSUAL.test(text) ? text.replace(UNUSUAL_ALL, plainChar) : text;
}

/** Stands for a mark without width: soft hyphen, bidi, word joiner. */
export const IGNORED = '\u0001';

const UNUSUAL = /[\u00a0\u00ad\u00b7\u0600-\u06ff\u0900-\u0dff\u0e50-\u0e59\u061c\u2000-\u2015\u2028-\u202f\u2044\u205f-\u206f\u2212\u2215\u2219\u3000\ufe63\ufeff\uff03-\uff1a\uff3c\uff5e]/;
const UNUSUAL_ALL = new RegExp(UNUSUAL, 'g');

/** First digit of each script of the Basic Multilingual Plane that people write numbers in. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0e50, 0xff10];

function plainChar(char: string): string {
  const code = char.charCodeAt(0);
  if (code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x205f || code === 0x3000) return ' ';
  if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212 || code === 0xfe63 || code === 0xff0d) return '-';
  if (code === 0x2028 || code === 0x2029) return '\n';
  if (code === 0xad || code === 0x61c || code === 0xfeff || (code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x202e) || (code >= 0x2060 && code <= 0x206f)) return IGNORED;
  if (code === 0xb7 || code === 0x2219) return '.';
  if (code === 0x2044 || code === 0x2215) return '/';
  for (const zero of ZEROS) if (code >= zero && code < zero + 10) return String(code - zero);
  // Full-width forms of the ASCII signs.
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return char;
}
