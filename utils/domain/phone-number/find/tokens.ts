/** Words with their inner signs, numbers with theirs, and punctuation one by one; lines end in a token of their own. */
const TOKEN = /n[°º]|[\p{L}\p{M}](?:[\p{L}\p{M}\d]|[./_:’'](?=\p{L})|-(?=[\p{L}\d]))*\.?|[#№]|\+?\d(?:[\d.:/+-]|\(\d+\))*(?: (?:[\d.:/+-]|\(\d+\))+)*|[^\s]|\n/giu;

export function tokensOf(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

/** Digits, or a code that has at least three of them. */
export function isNumberToken(token: string): boolean {
  return /^\+?\d|\d{3}/.test(token);
}

export function isWordToken(token: string): boolean {
  return /^[\p{L}#№]/u.test(token);
}

/** Without the dot of an abbreviation or a sentence. */
export function wordOf(token: string): string {
  return token.endsWith('.') ? token.slice(0, -1) : token;
}
