import { readFileSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';

const stateSchema = v.object({
  pid: v.pipe(v.number(), v.integer(), v.minValue(2)),
  start: v.number(),
  /** Of everything the daemon was started with. */
  hash: v.string(),
  /** Ports and the like, needed to talk to it. */
  settings: v.record(v.string(), v.union([v.string(), v.number()])),
});
export type DaemonState = v.InferOutput<typeof stateSchema>;

export function readState(file: string): DaemonState | null {
  try {
    const parsed = v.safeParse(stateSchema, JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** May hold a key: for the owner only. */
export function writeState(file: string, state: DaemonState): void {
  writeFileSync(file, JSON.stringify(state), { mode: 0o600 });
}
