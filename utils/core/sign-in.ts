import type { CommandError, CommandInput } from '@/utils/contract/commands';
import type { RegistrationView } from '@/utils/contract/phone-state';
import { LinkError } from '@/utils/server-link/link-error';
import { OneApi } from '@/utils/server-link/one-api';
import type { CoreAdapters, StoredAccount } from './adapters';
import { iceAccessOf } from './ice-renewal';
import { isStorageFull } from './storage-full';

export type SignInFailure = { readonly ok: false; readonly error: CommandError; readonly retryAfter?: number };

/** What a failed request to the One server means to the person who asked. */
export function failureOf(error: unknown): SignInFailure {
  if (!(error instanceof LinkError)) return { ok: false, error: isStorageFull(error) ? 'storage-full' : 'internal' };
  switch (error.code) {
    case 'wrong-credentials':
    case 'not-signed-in':
      return { ok: false, error: 'wrong-credentials' };
    case 'too-many-tries':
      return { ok: false, error: 'too-many-tries', ...(error.retryAfter !== null && { retryAfter: error.retryAfter }) };
    case 'invalid-input':
      return { ok: false, error: 'invalid-input' };
    case 'unreachable':
    case 'unavailable':
      return { ok: false, error: 'server-unreachable' };
    case 'not-a-one-server':
    case 'not-found':
      return { ok: false, error: 'not-a-one-server' };
    default:
      return { ok: false, error: 'internal' };
  }
}

/** POST /api/session. Rejects with LinkError. */
export async function signInOne(input: CommandInput<'account.signIn'>, adapters: CoreAdapters): Promise<StoredAccount> {
  const server = new URL(input.server).origin;
  const { email, password, deviceName } = input;
  const answer = await new OneApi({ server, fetch: adapters.fetch, clock: adapters.clock }).signIn({ email, password, deviceName });
  const { token, sessionId, me, device, sipPath, sipUrls, serviceNumbers } = answer;
  return {
    kind: 'one',
    server,
    token,
    sessionId,
    me,
    device,
    sipPath,
    sipUrls,
    ...iceAccessOf(answer, adapters.clock.now()),
    echoNumber: serviceNumbers.echo,
  };
}

/** What a first registration says of a SIP account; null while it says nothing yet. */
export function verdictOf(view: RegistrationView): { ok: true } | SignInFailure | null {
  if (view.status === 'registered') return { ok: true };
  if (view.status === 'rejected') return { ok: false, error: 'wrong-credentials' };
  if (view.status === 'offline') return { ok: false, error: view.reason === 'server-error' ? 'registration-refused' : 'server-unreachable' };
  return null;
}
