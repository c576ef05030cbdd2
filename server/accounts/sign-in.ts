import type { IceSettings, SignInRequest, SignInResponse } from '@/utils/contract/account-api';
import { SERVICE_NUMBERS, SIP_PATH } from '../config';
import type { Database } from '../database/database';
import { ApiFailure } from '../http/api-failure';
import { checkPassword } from './password';
import { findAccount, findUser } from './people';
import type { SignInLimits } from './sign-in-limits';
import type { Sessions } from './sessions';

export interface SignInServices {
  readonly db: Database;
  readonly limits: SignInLimits;
  readonly sessions: Sessions;
  /** Further addresses of the edge. */
  readonly sipUrls: readonly string[];
  /** STUN and TURN for the browsers of a user, by the user's id. */
  readonly iceServers: (userId: string) => IceSettings;
}

/** Checks e-mail and password and signs the browser in. Throws ApiFailure `wrong-credentials` or `too-many-tries`. */
export async function signIn(services: SignInServices, request: SignInRequest, address: string): Promise<SignInResponse> {
  const { db, limits, sessions, iceServers } = services;
  const taken = await limits.take(request.email, address);
  if ('retryAfter' in taken) throw new ApiFailure('too-many-tries', 'too many failed sign-ins', { retryAfter: taken.retryAfter });
  const account = await findAccount(db, request.email);
  const matches = await checkPassword(account?.passwordHash ?? null, request.password);
  if (account === null || !matches) throw new ApiFailure('wrong-credentials', 'unknown e-mail or wrong password');
  await limits.giveBack(taken.counted);
  const me = await findUser(db, account.id);
  if (me === null) throw new ApiFailure('wrong-credentials', 'the user was removed');
  const session = await sessions.create(account.id, request.deviceName);
  return {
    token: session.token,
    sessionId: session.id,
    me,
    device: session.device,
    sipPath: SIP_PATH,
    sipUrls: [...services.sipUrls],
    ...iceServers(account.id),
    serviceNumbers: { ...SERVICE_NUMBERS },
  };
}
