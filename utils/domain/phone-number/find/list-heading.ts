import type { WordClassifier } from './label-class';
import { isWordToken, tokensOf, wordOf } from './tokens';

/** What a list's line begins with: "- ", "2) ", "Pos 3  ". */
const BULLET = /^[ \t]*(?:[-*•>#] ?|\(?[A-Za-z]{0,4}\.? ?\d{1,3}[.):]?[ \t]+|[a-z]\) ?)?(?="?\+?\(?\d)"?/;
const MOST_LINES = 40;
const LONGEST = 80;

const shapeOf = (line: string, at: number) => /^[\d+()./ -]*\d/.exec(line.slice(at))?.[0].replace(/\d/g, '0').slice(0, 6);

/** Of the line that ends at `end`, its digits' shape where it is a member of a list. */
function member(plain: string, end: number): string | undefined {
  const line = plain.slice(plain.lastIndexOf('\n', end - 1) + 1, end);
  const bullet = BULLET.exec(line);
  return bullet ? shapeOf(line, bullet[0].length) : undefined;
}

/**
 * True where `at` begins a line of a list of numbers, one a line, whose heading names what they are the ids of.
 */
export function headedAsIds(plain: string, at: number, classify: WordClassifier): boolean {
  const from = plain.lastIndexOf('\n', at - 1) + 1;
  if (from === 0) return false;
  const bullet = BULLET.exec(plain.slice(from, at + 1));
  if (!bullet || from + bullet[0].length !== at) return false;
  const shape = shapeOf(plain.slice(at, at + 24), 0);
  const below = plain.indexOf('\n', at);
  let members = below >= 0 && member(plain, endOf(plain, below + 1)) === shape ? 2 : 1;
  let end = from - 1;
  for (let lines = 0; lines < MOST_LINES && end > 0; lines += 1) {
    const start = plain.lastIndexOf('\n', end - 1) + 1;
    if (end > start && member(plain, end) === undefined) return end - start <= LONGEST && names(plain.slice(start, end), members, classify);
    if (end > start) members += 1;
    end = start - 1;
  }
  return false;
}

const endOf = (plain: string, from: number) => {
  const end = plain.indexOf('\n', from);
  return end < 0 ? plain.length : end;
};

/** An id by its name, or things of which there are several. */
function names(heading: string, members: number, classify: WordClassifier): boolean {
  if (/\d{4}/.test(heading)) return false;
  const classes = tokensOf(heading).filter(isWordToken).map((token) => classify(wordOf(token)));
  return !classes.some((one) => /^(?:phone|call|role)$/.test(one)) && classes.some((one) => one === 'id' || (members > 1 && /^(?:thing|desk|matter)$/.test(one)));
}
