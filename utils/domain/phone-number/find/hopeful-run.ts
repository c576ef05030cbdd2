import type { CandidateRun } from './candidate-run';
import type { NumberPlan } from './number-plan';
import { isBreak } from './segments';

/** More digits are a short service number of no region. */
const LONGEST_SHORT = 7;

/**
 * A quick look at a run, before what stands around it is read. Where a plan writes no number without its national
 * prefix, most amounts, dates and ids go here.
 */
export function createHope(home: NumberPlan | null, isShort: (digits: string) => boolean): (run: CandidateRun) => boolean {
  const fewest = fewestDigits(home);
  const prefixed = home !== null && alwaysPrefixed(home);
  return (run) => {
    const { groups } = run;
    let digits = 0;
    let opened = run.plus || !prefixed;
    for (const [at, { digits: group, before }] of groups.entries()) {
      digits += group.length;
      // Digits tied to others before them begin nothing.
      opened ||= home !== null && (at === 0 || isBreak(before)) && (group.startsWith(home.nationalPrefix) || group.startsWith(home.callingCode) || group.startsWith('0'));
    }
    if (opened && digits >= fewest && (home !== null || run.plus)) return true;
    return digits <= LONGEST_SHORT && groups.length <= 3 && isShort(groups.map((one) => one.digits).join(''));
  };
}

/** The plan writes no number without its national prefix. */
export const alwaysPrefixed = ({ nationalPrefix, formats }: NumberPlan): boolean => nationalPrefix !== '' && formats.length > 0 && formats.every((one) => one.prefixRequired);

/** Digits of the shortest number of a plan, or of what can be one anywhere. */
export function fewestDigits(home: NumberPlan | null): number {
  return Math.min(6, ...(home?.lengths ?? []));
}
