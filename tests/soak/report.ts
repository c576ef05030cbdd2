import { mkdirSync, writeFileSync } from 'node:fs';
import type { Silence } from './hearing';
import type { Planned } from './schedule';

/** What was done, `at` which millisecond. */
export interface Done extends Planned {
  /** Milliseconds it took; null: it failed, or did not ring. */
  readonly took: number | null;
}

interface CallReport {
  readonly minutes: number;
  readonly standing: boolean;
  readonly silences: readonly (Silence & { readonly at: string })[];
  readonly done: readonly Done[];
}

export const clock = (ms: number) => new Date(ms).toISOString().slice(11, 19);

export function said({ at, what, took }: Done): void {
  console.log(`  ${clock(at)} ${what.padEnd(8)} ${took === null ? 'FAILED' : `${took} ms`}`);
}

/** Returns what the process ends with. */
export function reportOfCall(all: CallReport): number {
  const { minutes, standing, silences, done } = all;
  const missed = saidOf(`${minutes} minutes of one call`, done);
  const longest = Math.max(0, ...silences.map((one) => one.to - one.from));
  console.log(`  the call ${standing ? 'stood to the end' : 'was DROPPED'}`);
  console.log(`  silences of more than a second and a half: ${silences.length}, the longest ${Math.round(longest)} ms`);
  for (const one of silences) console.log(`    ${clock(one.from)} ${one.at} ${Math.round(one.to - one.from)} ms`);
  keep(all);
  return standing && missed === 0 ? 0 : 1;
}

export function reportOfPhone(minutes: number, done: readonly Done[]): number {
  const missed = saidOf(`${minutes} minutes of a phone that is registered`, done);
  keep({ minutes, done });
  return missed === 0 ? 0 : 1;
}

/** Says how often what was done; returns how many calls did not ring. */
function saidOf(title: string, done: readonly Done[]): number {
  const count = (what: Planned['what']) => done.filter((one) => one.what === what).length;
  const missed = done.filter((one) => one.what === 'call' && one.took === null).length;
  console.log(`\n${title}: worker killed ${count('worker')} times, edge restarted ${count('edge')}, network changed ${count('network')}`);
  console.log(`  calls that came: ${count('call')}, missed: ${missed}`);
  return missed;
}

function keep(all: object): void {
  mkdirSync('bench', { recursive: true });
  writeFileSync('bench/soak.json', `${JSON.stringify(all, null, 2)}\n`);
}
