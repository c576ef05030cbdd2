import { LinkError } from '@/utils/server-link/link-error';
import { OneApi } from '@/utils/server-link/one-api';
import type { CoreAdapters, StoredAccount } from './adapters';
import { failureOf, type SignInFailure } from './sign-in';

export type LinkAdapters = Pick<CoreAdapters, 'fetch' | 'clock' | 'log'>;
export type OneAccount = Extract<StoredAccount, { kind: 'one' }>;

/** What a SIP account has not: nobody but its own browser knows of it. */
export function oneAccount(stored: StoredAccount | null): OneAccount | SignInFailure {
  if (stored === null) return { ok: false, error: 'not-signed-in' };
  return stored.kind === 'one' ? stored : { ok: false, error: 'not-allowed' };
}

export function apiOf({ server }: OneAccount, { fetch, clock }: LinkAdapters): OneApi {
  return new OneApi({ server, fetch, clock });
}

/** As at the form, but a token that is no longer good is no wrong password. */
export function requestFailure(error: unknown): SignInFailure {
  if (error instanceof LinkError && error.code === 'not-signed-in') return { ok: false, error: 'not-signed-in' };
  return failureOf(error);
}
