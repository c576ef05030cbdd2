import * as v from 'valibot';
import { deviceCredentialSchema } from './account-api';

/** Most desk phones of one user. */
export const MOST_DESK_PHONES = 20;

export const deskPhoneNameSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60));
/** Its SIP user name; it becomes part of an address. */
export const deskPhoneIdSchema = v.pipe(v.string(), v.regex(/^d[0-9a-f]{20}$/));

export const deskPhoneSchema = v.object({
  id: deskPhoneIdSchema,
  name: v.string(),
  createdAt: v.pipe(v.string(), v.isoTimestamp()),
  /** It can be called right now. */
  registered: v.boolean(),
});
export type DeskPhone = v.InferOutput<typeof deskPhoneSchema>;

/** Where a phone registers, over UDP or TCP: its outbound proxy. */
export const phoneServerSchema = v.object({ host: v.string(), port: v.number() });

/** GET /api/desk-phones; `server` is null where no desk phone can register. */
export const deskPhonesResponseSchema = v.object({ phones: v.array(deskPhoneSchema), server: v.nullable(phoneServerSchema) });
export type DeskPhones = v.InferOutput<typeof deskPhonesResponseSchema>;

/** POST /api/desk-phones and PATCH /api/desk-phones/:id */
export const deskPhoneRequestSchema = v.object({ name: deskPhoneNameSchema });

/** What is typed into the phone; the password is sent this once and kept as HA1 only. */
export const deskPhoneSecretSchema = v.object({ phone: deskPhoneSchema, credential: deviceCredentialSchema, server: phoneServerSchema });
export type DeskPhoneSecret = v.InferOutput<typeof deskPhoneSecretSchema>;
