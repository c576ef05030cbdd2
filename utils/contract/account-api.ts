import * as v from 'valibot';
import { e164Schema, languageSchema, regionSchema } from './region';
import { sipServerUrlSchema } from './sip-account';

/** POST /api/session */
export const signInRequestSchema = v.object({
  email: v.pipe(v.string(), v.trim(), v.toLowerCase(), v.email(), v.maxLength(254)),
  password: v.pipe(v.string(), v.minLength(1), v.maxLength(1024)),
  /** What the sessions list shows: "Chrome on Linux". */
  deviceName: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
});
export type SignInRequest = v.InferOutput<typeof signInRequestSchema>;

export const roleSchema = v.picklist(['admin', 'user']);
export type Role = v.InferOutput<typeof roleSchema>;

export const meSchema = v.object({
  id: v.string(),
  name: v.string(),
  email: v.nullable(v.string()),
  company: v.object({ id: v.string(), name: v.string() }),
  role: roleSchema,
  extension: v.string(),
  fixedNumber: e164Schema,
  mobileNumber: v.nullable(e164Schema),
  language: languageSchema,
  region: regionSchema,
});
export type Me = v.InferOutput<typeof meSchema>;

/** The SIP identity of one browser. The password is sent once, at sign-in, and kept by the server as HA1 only. */
export const deviceCredentialSchema = v.object({
  /** AOR user part and digest user name: `d` and 20 lower-case hex digits. */
  username: v.pipe(v.string(), v.regex(/^d[0-9a-f]{20}$/)),
  password: v.pipe(v.string(), v.minLength(20)),
  /** SIP domain and digest realm. */
  domain: v.string(),
});
export type DeviceCredential = v.InferOutput<typeof deviceCredentialSchema>;

export const sessionSchema = v.object({
  id: v.string(),
  deviceName: v.string(),
  createdAt: v.pipe(v.string(), v.isoTimestamp()),
  lastSeenAt: v.pipe(v.string(), v.isoTimestamp()),
  current: v.boolean(),
  /** A device of this session is registered at the edge right now. */
  registered: v.boolean(),
});
export type Session = v.InferOutput<typeof sessionSchema>;

export const serviceNumbersSchema = v.object({ echo: v.string(), announcement: v.string() });

/** GET /api/ice-servers, and part of the answer to a sign-in. */
export const iceSettingsSchema = v.object({
  iceServers: v.array(
    v.object({
      urls: v.array(v.string()),
      username: v.optional(v.string()),
      credential: v.optional(v.string()),
    }),
  ),
  /** Seconds from this answer on that the credentials are good for; null: they do not end. */
  iceLifetime: v.optional(v.nullable(v.pipe(v.number(), v.minValue(1))), null),
});
export type IceSettings = v.InferOutput<typeof iceSettingsSchema>;

export const signInResponseSchema = v.object({
  /** Bearer token for HTTP and for the events socket's hello. */
  token: v.string(),
  sessionId: v.string(),
  me: meSchema,
  device: deviceCredentialSchema,
  /** Path of SIP over WebSocket on the server's own origin. */
  sipPath: v.string(),
  /** Further addresses of the same edge, for when this origin cannot be reached. */
  sipUrls: v.optional(v.array(sipServerUrlSchema), []),
  ...iceSettingsSchema.entries,
  serviceNumbers: serviceNumbersSchema,
});
export type SignInResponse = v.InferOutput<typeof signInResponseSchema>;

export const sessionsResponseSchema = v.object({ sessions: v.array(sessionSchema) });
