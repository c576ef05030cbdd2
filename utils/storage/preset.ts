import * as v from 'valibot';
import { presetSchema, type Preset } from '@/utils/contract/preset';

/** The enterprise policy's values that are valid; a bad one costs only itself. */
export function presetOf(raw: unknown): Preset {
  if (typeof raw !== 'object' || raw === null) return {};
  const kept = Object.entries(raw).filter(([key, value]) => v.is(presetSchema, { [key]: value }));
  return v.parse(presetSchema, Object.fromEntries(kept));
}

/** Firefox rejects where no policy is installed; that is an empty one. */
export async function readPreset(managed: { get(keys: null): Promise<unknown> }): Promise<Preset> {
  try {
    return presetOf(await managed.get(null));
  } catch {
    return {};
  }
}
