import * as v from 'valibot';
import type { CallStep } from '@/utils/domain/routing/call-step';

const number = v.pipe(v.string(), v.maxLength(64));
const name = v.pipe(v.string(), v.maxLength(200));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
/** When it was decided: ISO 8601 UTC. */
const at = v.string();

/** A {@link CallStep} as it is recorded. */
export const callReasonSchema = v.variant('code', [
  v.object({ code: v.literal('diverted-from'), at, number }),
  v.object({ code: v.literal('transferred-by'), at, number, name }),
  v.object({ code: v.literal('dialled-extension'), at, number }),
  v.object({ code: v.literal('dialled-number'), at, number }),
  v.object({ code: v.literal('emergency'), at, number }),
  v.object({ code: v.literal('service'), at, service: v.picklist(['echo', 'announcement']) }),
  v.object({ code: v.literal('to-trunk'), at, number }),
  v.object({ code: v.literal('nobody-has-number'), at }),
  v.object({ code: v.literal('no-trunk'), at }),
  v.object({ code: v.literal('rang-devices'), at, count: whole }),
  v.object({ code: v.literal('no-device-registered'), at }),
  v.object({ code: v.literal('no-answer-after'), at, seconds: whole }),
  v.object({ code: v.literal('rejected'), at, status: whole }),
  v.object({ code: v.literal('answered-by'), at, device: name }),
  v.object({ code: v.literal('answered-at'), at, number }),
]) satisfies v.GenericSchema<unknown, CallStep & { readonly at: string }>;
export type CallReason = v.InferOutput<typeof callReasonSchema>;

/** More than any call has; what comes after is not recorded. */
export const MOST_REASONS = 50;

/** A newer server knows reasons that this client does not: those are left out, and the others stay. */
export const callReasonsSchema = v.pipe(
  v.array(v.unknown()),
  v.transform((reasons): CallReason[] =>
    reasons.slice(0, MOST_REASONS).flatMap((reason) => {
      const parsed = v.safeParse(callReasonSchema, reason);
      return parsed.success ? [parsed.output] : [];
    }),
  ),
);
