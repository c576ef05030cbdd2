import type { CandidateRun } from './candidate-run';

/** A part of the text in which candidates are looked at closely. */
export interface Window {
  readonly start: number;
  readonly end: number;
}

/** What is told by the shape of what stands around reaches so far. */
const BEFORE = 48;
const AFTER = 40;
/** A word longer than this is no address, but data. */
const LONGEST_WORD = 2000;

/** Windows around the runs, as many as needed: digits far apart cost nothing of the text between them. */
export function windowsAround(plain: string, runs: readonly CandidateRun[]): Window[] {
  const windows: { start: number; end: number }[] = [];
  for (const run of runs) {
    const start = wordStart(plain, Math.max(0, run.start - BEFORE), Math.max(0, run.start - LONGEST_WORD));
    const end = Math.min(plain.length, run.end + AFTER);
    const last = windows.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else windows.push({ start, end });
  }
  return windows;
}

/** The beginning of the word at `at`, no earlier than `limit`. */
function wordStart(plain: string, at: number, limit: number): number {
  let start = at;
  while (start > limit && !isSpace(plain.charCodeAt(start - 1))) start -= 1;
  return start;
}

const isSpace = (code: number) => code === 32 || (code >= 9 && code <= 13);
