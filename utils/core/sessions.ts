import type { CommandResult, ResultOf } from '@/utils/contract/commands';
import { LinkError } from '@/utils/server-link/link-error';
import { OneApi } from '@/utils/server-link/one-api';
import type { CoreAdapters, StoredAccount } from './adapters';
import { failureOf, type SignInFailure } from './sign-in';

type LinkAdapters = Pick<CoreAdapters, 'fetch' | 'clock' | 'log'>;
type OneAccount = Extract<StoredAccount, { kind: 'one' }>;

/** The browsers this One account is signed in to, newest first. */
export async function listSessions(stored: StoredAccount | null, adapters: LinkAdapters): Promise<ResultOf<'sessions.list'>> {
  const account = oneAccount(stored);
  if ('error' in account) return account;
  try {
    return { ok: true, sessions: await apiOf(account, adapters).sessions(account.token) };
  } catch (error) {
    return sessionsFailure(error);
  }
}

/** Signs another browser out. This one signs out by `account.signOut`, which leaves nothing stored behind. */
export async function revokeSession(sessionId: string, stored: StoredAccount | null, adapters: LinkAdapters): Promise<CommandResult> {
  const account = oneAccount(stored);
  if ('error' in account) return account;
  if (sessionId === account.sessionId) return { ok: false, error: 'not-allowed' };
  try {
    await apiOf(account, adapters).revokeSession(account.token, sessionId);
  } catch (error) {
    // It has signed out by itself meanwhile: what was asked for is so.
    if (error instanceof LinkError && error.code === 'not-found') return { ok: true };
    return sessionsFailure(error);
  }
  adapters.log.info('another session revoked');
  return { ok: true };
}

/** A SIP account has no sessions: nobody but its own browser knows of it. */
function oneAccount(stored: StoredAccount | null): OneAccount | SignInFailure {
  if (stored === null) return { ok: false, error: 'not-signed-in' };
  return stored.kind === 'one' ? stored : { ok: false, error: 'not-allowed' };
}

function apiOf({ server }: OneAccount, { fetch, clock }: LinkAdapters): OneApi {
  return new OneApi({ server, fetch, clock });
}

/** As at the form, but a token that is no longer good is no wrong password. */
function sessionsFailure(error: unknown): SignInFailure {
  if (error instanceof LinkError && error.code === 'not-signed-in') return { ok: false, error: 'not-signed-in' };
  return failureOf(error);
}
