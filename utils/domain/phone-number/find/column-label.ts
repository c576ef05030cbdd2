/** What parts the columns of a table written as text, the likeliest first. */
const COLUMNS: readonly RegExp[] = [/[\t;|]/, /","|,(?! )/, / {2,}/];
/** More than the number of a column: "phone_2". */
const VALUE = /\d{2}|(?<![A-Za-zÀ-ž_])\d/;
/** A line drawn under a heading. */
const RULE = /^[\s|:+=-]*--[\s|:+=-]*$/;
/** A heading further up is of another table. */
const MOST_LINES = 200;

/** The cell a place is in, in a table written as text. */
export interface TextCell {
  readonly start: number;
  /** Null where no line above is a heading. */
  readonly heading: string | null;
}

/**
 * The cell of a place, where `plain` is a table: lines with the same number of tabs, semicolons, bars, commas or wide gaps, the
 * first of them without digits. Null elsewhere.
 */
export function textCell(plain: string, at: number): TextCell | null {
  const from = plain.lastIndexOf('\n', at - 1) + 1;
  if (from === 0) return null;
  const end = plain.indexOf('\n', at);
  const line = plain.slice(from, end < 0 ? plain.length : end);
  const pattern = COLUMNS.find((one) => one.test(line));
  const sign = pattern?.exec(line)?.[0];
  if (pattern === undefined || sign === undefined) return null;
  const separator = sign.startsWith('  ') ? pattern : sign;
  const count = line.split(separator).length;
  const before = plain.slice(from, at);
  const column = before.split(separator).length - 1;
  const heading = headingAbove(plain, from, separator, count, column);
  return heading === undefined ? null : { start: from + before.lastIndexOf(sign.slice(-1)) + 1, heading };
}

/** Undefined where the lines above have other columns. */
function headingAbove(plain: string, from: number, separator: string | RegExp, count: number, column: number): string | null | undefined {
  let heading: string | undefined;
  let next = from;
  for (let lines = 0; next > 0 && lines < MOST_LINES; lines += 1) {
    const start = plain.lastIndexOf('\n', next - 2) + 1;
    const above = plain.slice(start, next - 1);
    next = start;
    if (RULE.test(above)) continue;
    const cells = above.split(separator);
    if (cells.length !== count) break;
    heading = cells[column];
    if (!VALUE.test(above)) break;
  }
  if (heading === undefined) return undefined;
  return VALUE.test(heading) ? null : heading.trim();
}
