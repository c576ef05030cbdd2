/**
 * Letters of the scripts that numbers are written between, as a class of a regular expression has them. Explicit ranges:
 * an expression with \p{L} takes the browser ten times as long to compile, in every page that holds a number.
 */
export const LETTERS = 'a-zA-Z\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\u0370-\\u1fff\\u2c00-\\u2dff\\u3041-\\ud7ff\\uf900-\\ufdff';
