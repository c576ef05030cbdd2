import * as v from 'valibot';
import { ORDERED_CALL_ENDS, ORDERED_CALL_STATES } from '@/utils/domain/call/ordered-call';
import { deskPhoneIdSchema } from './desk-phones';

/** The user's phone that is called first: the own mobile number, or one of the own desk phones. */
export const callViaSchema = v.union([v.literal('mobile'), deskPhoneIdSchema]);
export type CallVia = v.InferOutput<typeof callViaSchema>;

/** POST /api/calls */
export const orderCallRequestSchema = v.object({
  /** As dialled: a number in any format, or an extension. */
  target: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(64)),
  via: callViaSchema,
});
export type OrderCallRequest = v.InferOutput<typeof orderCallRequestSchema>;

/** How a call that the server sets up is coming along; collection `orderedCalls` of the change feed. */
export const orderedCallSchema = v.object({
  id: v.pipe(v.string(), v.maxLength(64)),
  target: v.string(),
  via: callViaSchema,
  state: v.picklist(ORDERED_CALL_STATES),
  /** Why it ended; null before. */
  end: v.nullable(v.picklist(ORDERED_CALL_ENDS)),
  /** Final SIP status of the leg that failed, if one did. */
  status: v.nullable(v.number()),
  startedAt: v.pipe(v.string(), v.isoTimestamp()),
});
export type OrderedCall = v.InferOutput<typeof orderedCallSchema>;
