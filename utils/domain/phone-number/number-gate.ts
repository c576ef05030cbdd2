/**
 * True where a text may hold a number: six digits close together, or a short service number's digits. Loose on
 * purpose and much cheaper than a look: a text it turns down holds none.
 */
export function mayHoldNumber(text: string): boolean {
  return GATE.test(text);
}

/** Two or more groups of digits with little between, six digits in all; any script's digits. */
const GATE = /[\d\uff10-\uff19\u0660-\u0669\u06f0-\u06f9](?:[^\p{L}\n]{0,3}[\d\uff10-\uff19\u0660-\u0669\u06f0-\u06f9]){2}/u;
