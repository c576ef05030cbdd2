import type { EdgeHandlers } from '../ports';
import type { Connection } from './connection';
import { challengeOf, parseCredentials, provesPassword } from './digest';
import { createFailureLimit } from './failure-limit';
import { headerOf, type SipRequest } from './message';
import { createNonces } from './nonces';

/** Who sent a request, or what to answer instead of serving it. */
export type Verdict =
  | { readonly username: string }
  | { readonly refuse: number; readonly header?: { readonly name: string; readonly value: string } };

export interface Authenticator {
  /** As a registrar asks (401, RFC 3261 22.2) or as a proxy asks (407, 22.3). */
  check(connection: Connection, request: SipRequest, as: 'registrar' | 'proxy'): Promise<Verdict>;
}

/** Digest authentication of devices against the HA1 the One server keeps. */
export function createAuthenticator(
  domain: string,
  handlers: Pick<EdgeHandlers, 'ha1'>,
  now: () => number,
): Authenticator {
  const nonces = createNonces(now);
  const limit = createFailureLimit(now);

  return {
    async check(connection, request, as) {
      const [field, asks, status] =
        as === 'registrar'
          ? (['Authorization', 'WWW-Authenticate', 401] as const)
          : (['Proxy-Authorization', 'Proxy-Authenticate', 407] as const);
      const challenge = (stale: boolean): Verdict => ({
        refuse: status,
        header: { name: asks, value: challengeOf(domain, nonces.issue(), stale) },
      });

      const given = headerOf(request, field);
      if (given === undefined) return challenge(false);
      const seconds = limit.take(connection);
      if (seconds > 0) return { refuse: 503, header: { name: 'Retry-After', value: String(seconds) } };

      const credentials = parseCredentials(given);
      if (!credentials || credentials.realm !== domain || credentials.uri !== request.uri) return { refuse: 400 };
      if (nonces.use(credentials.nonce, parseInt(credentials.nc, 16)) !== 'fresh') {
        limit.giveBack(connection);
        return challenge(true);
      }
      const ha1 = await handlers.ha1(credentials.username);
      if (ha1 === null) return { refuse: 403 };
      if (!provesPassword(credentials, request.method, ha1)) return challenge(false);
      limit.giveBack(connection);
      connection.proven.add(credentials.username);
      return { username: credentials.username };
    },
  };
}
