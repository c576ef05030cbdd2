/** Signs that part the columns of a table written as text. */
const COLUMNS = /[\t;|]/;

/**
 * Heading of the column a place is in, where `plain` is a table written as text: lines with the same number of tabs,
 * semicolons or bars, the first of them without digits. Null elsewhere.
 */
export function columnLabel(plain: string, at: number): string | null {
  const from = plain.lastIndexOf('\n', at - 1) + 1;
  if (from === 0) return null;
  const end = plain.indexOf('\n', at);
  const line = plain.slice(from, end < 0 ? plain.length : end);
  const separator = COLUMNS.exec(line)?.[0];
  if (separator === undefined) return null;
  const count = line.split(separator).length;
  const column = plain.slice(from, at).split(separator).length - 1;
  let heading: string | null = null;
  for (let next = from; next > 0; ) {
    const start = plain.lastIndexOf('\n', next - 2) + 1;
    const above = plain.slice(start, next - 1);
    const cells = above.split(separator);
    if (cells.length !== count) break;
    heading = cells[column] ?? null;
    if (start === 0 || !/\d/.test(above)) break;
    next = start;
  }
  return heading === null || /\d/.test(heading) ? null : heading.trim();
}
