import { callGroup } from './call/call-group';
import { describeMachine } from './machine';
import { GROUPS, type GroupName, type Samples } from './metrics';
import { numbersGroup } from './numbers/numbers-group';
import { keep, table } from './report';
import { serverGroup } from './server/server-group';
import { sizeGroup } from './size/size-group';
import { summarise } from './statistics';

const RUN: Readonly<Record<GroupName, () => Promise<Samples>>> = { call: callGroup, size: sizeGroup, numbers: numbersGroup, server: serverGroup };

function chosen(args: readonly string[]): GroupName[] {
  const at = args.indexOf('--only');
  const names = Object.keys(GROUPS) as GroupName[];
  if (at < 0) return names;
  const asked = (args[at + 1] ?? '').split(',');
  const unknown = asked.filter((name) => !names.some((one) => one === name));
  if (unknown.length > 0) throw new Error(`no group ${unknown.join(', ')}; there are ${names.join(', ')}`);
  return names.filter((name) => asked.includes(name));
}

async function main(): Promise<number> {
  const groups = chosen(process.argv.slice(2));
  const samples: Record<string, readonly number[]> = {};
  let failed = 0;
  for (const group of groups) {
    console.log(`\n${group}`);
    try {
      Object.assign(samples, await RUN[group]());
    } catch (error) {
      failed++;
      console.error(`group ${group} could not be measured:`, error);
    }
  }
  const { latest, previous } = keep({ machine: describeMachine(new Date()), metrics: summarise(samples) });
  console.log(`\n${table(latest.metrics, previous)}`);
  const missing = groups.flatMap((group) => Object.keys(GROUPS[group])).filter((name) => !(name in samples));
  if (missing.length > 0) console.log(`\nnot measured in this run: ${missing.join(', ')}`);
  return failed > 0 || missing.length > 0 ? 1 : 0;
}

process.exitCode = await main();
