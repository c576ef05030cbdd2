const bold = (text) => (process.stdout.isTTY ? `\x1b[1m${text}\x1b[0m` : text);

/** A step that begins. */
export const step = (text) => console.log(`${bold('›')} ${text}`);
/** What came of it. */
export const detail = (text) => console.log(text.replace(/^/gm, '  '));
/** What went wrong and what to do. */
export const problem = (text) => console.error(`\n${bold('✗')} ${text.replaceAll('\n', '\n  ')}`);
export const done = (text) => console.log(`${bold('✓')} ${text}`);

/** An end that has been explained; needs no stack. */
export class Stopped extends Error {
  name = 'Stopped';
}
