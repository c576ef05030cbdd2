import * as v from 'valibot';
import type { CallsInProgress, CallsInProgressStore } from '@/utils/core/calls-in-progress';

const KEY = 'calls-in-progress';

const schema: v.GenericSchema<unknown, CallsInProgress> = v.object({
  account: v.string(),
  seenAt: v.number(),
  calls: v.array(
    v.object({
      id: v.string(),
      direction: v.picklist(['incoming', 'outgoing']),
      remote: v.object({ number: v.string(), name: v.nullable(v.string()) }),
      startedAt: v.number(),
      answeredAt: v.nullable(v.number()),
    }),
  ),
});

/**
 * In the origin's local storage, the one place that an offscreen document can write to before it returns: `storage.session` is out
 * of its reach, and a database write may be on its way when it crashes.
 */
export function createCallsInProgress(place: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): CallsInProgressStore {
  return {
    read() {
      try {
        const parsed = v.safeParse(schema, JSON.parse(place.getItem(KEY) ?? 'null'));
        return parsed.success ? parsed.output : null;
      } catch {
        return null;
      }
    },
    write(calls) {
      try {
        if (calls === null) place.removeItem(KEY);
        else place.setItem(KEY, JSON.stringify(calls));
      } catch {
        // The disk is full.
      }
    },
  };
}
