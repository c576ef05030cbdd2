/** Digits of any script that people write numbers in, as a class of a regular expression has them. */
export const DIGIT = '0-9\\u0660-\\u0669\\u06f0-\\u06f9\\u0966-\\u096f\\u09e6-\\u09ef\\u0a66-\\u0a6f\\u0ae6-\\u0aef\\u0b66-\\u0b6f\\u0be6-\\u0bef\\u0c66-\\u0c6f\\u0ce6-\\u0cef\\u0d66-\\u0d6f\\u0e50-\\u0e59\\uff10-\\uff19';
/** Three digits with little between them, or digits before a word in capitals. */
const GATE = new RegExp(`[${DIGIT}](?:[^A-Za-z\\n${DIGIT}]{0,5}[${DIGIT}]){2}`);

/** False for a text that holds no number, told without looking closely: by far the most texts of most pages. */
export function mayHoldNumber(text: string): boolean {
  return GATE.test(text);
}
