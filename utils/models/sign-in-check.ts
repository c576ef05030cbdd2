import * as v from 'valibot';
import type { CommandInput } from '@/utils/contract/commands';
import { oneServerUrlSchema, sipServersOf, sipServersSchema } from '@/utils/contract/sip-account';
import type { OneValues, SipValues } from './sign-in-values';

export type FieldError = 'required' | 'not-an-address' | 'insecure' | 'not-an-email' | 'not-a-stun-server' | 'turn-credentials';
/** `server`, `email` … and `ice-0`, `ice-1` … for the rows of STUN and TURN servers. */
export type FieldErrors = Readonly<Record<string, FieldError>>;

export type Checked<T> = { readonly input: T } | { readonly errors: FieldErrors };

const ON_THIS_MACHINE = /^(localhost|127\.0\.0\.1|[\w-]+\.localhost)(:|\/|$)/i;

/** People type `one.example.se`; the scheme is ours to know. Plain only on this machine. */
export function withScheme(typed: string, secure: 'https' | 'wss'): string {
  const text = typed.trim();
  if (text === '' || /^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return text;
  return `${ON_THIS_MACHINE.test(text) ? secure.slice(0, -1) : secure}://${text}`;
}

function addressError(address: string, schema: typeof oneServerUrlSchema | typeof sipServersSchema): FieldError | null {
  if (address === '') return 'required';
  const result = v.safeParse(schema, address);
  if (result.success) return null;
  return result.issues.some((issue) => issue.message === 'insecure-url') ? 'insecure' : 'not-an-address';
}

const email = v.pipe(v.string(), v.trim(), v.email());

export function checkOne(values: OneValues, deviceName: string): Checked<CommandInput<'account.signIn'>> {
  const server = withScheme(values.server, 'https');
  const errors: Record<string, FieldError> = {};
  const wrongServer = addressError(server, oneServerUrlSchema);
  if (wrongServer) errors.server = wrongServer;
  if (values.email.trim() === '') errors.email = 'required';
  else if (!v.is(email, values.email)) errors.email = 'not-an-email';
  if (values.password === '') errors.password = 'required';
  if (Object.keys(errors).length > 0) return { errors };
  return { input: { server: new URL(server).origin, email: values.email.trim(), password: values.password, deviceName } };
}

export function checkSip(values: SipValues): Checked<CommandInput<'account.signInSip'>> {
  const server = sipServersOf(values.server)
    .map((address) => withScheme(address, 'wss'))
    .join(' ');
  const errors: Record<string, FieldError> = {};
  const wrongServer = addressError(server, sipServersSchema);
  if (wrongServer) errors.server = wrongServer;
  if (values.user.trim() === '') errors.user = 'required';
  if (values.password === '') errors.password = 'required';
  const iceServers = values.iceServers.flatMap((row, index) => {
    const url = row.url.trim();
    if (url === '') return [];
    const full = /^(stun|turn)s?:/.test(url) ? url : `stun:${url}`;
    const username = row.username.trim();
    if (!/^(stun|turn)s?:[^\s/]+$/.test(full)) errors[`ice-${index}`] = 'not-a-stun-server';
    // A browser makes no connection at all with a TURN server it has no name and password for.
    else if (full.startsWith('turn') && (username === '' || row.credential === '')) errors[`ice-${index}`] = 'turn-credentials';
    return [{ urls: [full], ...(username !== '' && { username, credential: row.credential }) }];
  });
  if (Object.keys(errors).length > 0) return { errors };
  return {
    input: {
      server,
      user: values.user.trim(),
      authenticationUser: values.authenticationUser.trim(),
      password: values.password,
      domain: values.domain.trim(),
      displayName: values.displayName.trim(),
      region: values.region,
      iceServers,
    },
  };
}
