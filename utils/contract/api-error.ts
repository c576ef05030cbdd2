import * as v from 'valibot';

/** Codes the One server answers errors with; the extension has a sentence for each in both languages. */
export const API_ERROR_CODES = [
  'invalid-input', // 400, `fields` names what is wrong
  'wrong-credentials', // 401 on sign-in
  'not-signed-in', // 401: session unknown, revoked or expired
  'forbidden', // 403
  'not-found', // 404
  'conflict', // 409
  'too-many-tries', // 429, `retryAfter` in seconds
  'unavailable', // 503: telephony or database is not ready
  'internal', // 500
] as const;

export const apiErrorSchema = v.object({
  error: v.object({
    code: v.picklist(API_ERROR_CODES),
    /** English, for logs; never shown to a user. */
    message: v.string(),
    fields: v.optional(v.record(v.string(), v.string())),
    /** Seconds. */
    retryAfter: v.optional(v.number()),
  }),
});
export type ApiError = v.InferOutput<typeof apiErrorSchema>;
export type ApiErrorCode = (typeof API_ERROR_CODES)[number];
