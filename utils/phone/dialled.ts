import type { RemoteParty } from '@/utils/contract/phone-state';
import type { DialTarget } from '@/utils/domain/phone-number/dial-target';

/** Who is called, as shown until the other side says more. */
export function partyOf(target: DialTarget): RemoteParty {
  const number = target.kind === 'number' ? target.e164 : target.kind === 'short' ? target.digits : `${target.user}@${target.host}`;
  return { number, name: null };
}

/** User and host of the Request-URI; the own domain where the host is null. */
export function addressOf(target: DialTarget): { user: string; host: string | null } {
  if (target.kind === 'address') return target;
  return { user: target.kind === 'number' ? target.e164 : target.digits, host: null };
}
