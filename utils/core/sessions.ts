import type { CommandResult, ResultOf } from '@/utils/contract/commands';
import { LinkError } from '@/utils/server-link/link-error';
import type { StoredAccount } from './adapters';
import { apiOf, oneAccount, requestFailure, type LinkAdapters } from './one-account';

/** The browsers this One account is signed in to, newest first. */
export async function listSessions(stored: StoredAccount | null, adapters: LinkAdapters): Promise<ResultOf<'sessions.list'>> {
  const account = oneAccount(stored);
  if ('error' in account) return account;
  try {
    return { ok: true, sessions: await apiOf(account, adapters).sessions(account.token) };
  } catch (error) {
    return requestFailure(error);
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
    return requestFailure(error);
  }
  adapters.log.info('another session revoked');
  return { ok: true };
}
