import * as v from 'valibot';

/** As the manifest's policy has it, which cannot name [::1]: CSP level 3 knows no IPv6 host. */
const isLocalHost = (host: string) => host === 'localhost' || host === '127.0.0.1' || host.endsWith('.localhost');

/** `wss:` anywhere, `ws:` on this machine only. */
export const sipServerUrlSchema = v.pipe(
  v.string(),
  v.trim(),
  v.url(),
  v.check((text) => {
    // What is no URL at all was told by the step before.
    if (!URL.canParse(text)) return true;
    const url = new URL(text);
    return url.protocol === 'wss:' || (url.protocol === 'ws:' && isLocalHost(url.hostname));
  }, 'insecure-url'),
);

/** Addresses of one edge, the preferred one first. */
export const MOST_SIP_SERVERS = 4;

/** What people write one or several addresses as: with spaces or commas between. */
export function sipServersOf(text: string): string[] {
  return text.split(/[\s,]+/).filter((part) => part !== '');
}

/** One or several of {@link sipServerUrlSchema}, as {@link sipServersOf} reads them. */
export const sipServersSchema = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.check((text) => sipServersOf(text).length <= MOST_SIP_SERVERS, 'too many addresses'),
  v.check((text) => sipServersOf(text).every((part) => URL.canParse(part)), 'no URL'),
  v.check((text) => sipServersOf(text).every((part) => !URL.canParse(part) || v.is(sipServerUrlSchema, part)), 'insecure-url'),
);

/** `https:` anywhere, `http:` on this machine only; the origin of a One server. */
export const oneServerUrlSchema = v.pipe(
  v.string(),
  v.trim(),
  v.url(),
  v.check((text) => {
    if (!URL.canParse(text)) return true;
    const url = new URL(text);
    return url.protocol === 'https:' || (url.protocol === 'http:' && isLocalHost(url.hostname));
  }, 'insecure-url'),
);

export const iceServerSchema = v.object({
  urls: v.array(v.pipe(v.string(), v.regex(/^(stun|stuns|turn|turns):/))),
  username: v.optional(v.string()),
  credential: v.optional(v.string()),
});
export type IceServer = v.InferOutput<typeof iceServerSchema>;

/** STUN and TURN of an account, and how long its credentials are good for. */
export interface IceAccess {
  readonly iceServers: readonly IceServer[];
  /** Epoch ms by this browser's clock; null: they do not end. */
  readonly iceEndsAt: number | null;
}

/** What the sign-in form of a SIP account sends. */
export const sipAccountInputSchema = v.object({
  server: sipServersSchema,
  user: v.pipe(v.string(), v.trim(), v.minLength(1)),
  /** Empty: the same as `user`. */
  authenticationUser: v.pipe(v.string(), v.trim()),
  password: v.string(),
  /** Empty: the host of `server`. */
  domain: v.pipe(v.string(), v.trim()),
  displayName: v.pipe(v.string(), v.trim()),
  region: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)),
  iceServers: v.array(iceServerSchema),
});
export type SipAccountInput = v.InferOutput<typeof sipAccountInputSchema>;
