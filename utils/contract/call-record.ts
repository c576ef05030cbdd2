import * as v from 'valibot';
import { callReasonsSchema } from './call-reason';

/** One party's view of a call, as the server keeps it; collection `calls` of the change feed. Times are ISO 8601 UTC. */
export const callRecordSchema = v.object({
  id: v.string(),
  direction: v.picklist(['incoming', 'outgoing']),
  /** The other party: E.164, an extension or a service number; null when it withheld its number. */
  number: v.nullable(v.string()),
  name: v.nullable(v.string()),
  startedAt: v.string(),
  ringingAt: v.nullable(v.string()),
  answeredAt: v.nullable(v.string()),
  endedAt: v.nullable(v.string()),
  /** SIP status that ended an unanswered call, 200 for an answered one; null while it lasts. */
  status: v.nullable(v.number()),
  /** Who ended it. */
  endedBy: v.nullable(v.picklist(['caller', 'callee', 'server'])),
  /** Device user name that answered. */
  answeredBy: v.nullable(v.string()),
  /** SIP Call-ID of the caller's leg, to join with this device's own history. */
  callId: v.string(),
  /** Why it went as it did, oldest first, only ever added to; servers from before this had none. */
  reasons: v.optional(callReasonsSchema, []),
});
export type CallRecord = v.InferOutput<typeof callRecordSchema>;
