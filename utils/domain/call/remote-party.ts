import { normaliseDialled } from '@/utils/domain/phone-number/dialling';

/** What SIP says of the other side: an address and a display name, from P-Asserted-Identity (RFC 3325) or From. */
export interface SipIdentity {
  readonly user: string;
  readonly host: string;
  readonly displayName: string;
}

/** Longest name shown; remote text is cut, never trusted. */
const NAME_LENGTH = 100;

const CONTROL = /[\p{Cc}\p{Cf}]/gu;

/**
 * The other side as people know it. `number` is E.164 where it is a number of `region` or international, else the
 * extension, else `user@host` of another domain; '' when withheld (RFC 3323 anonymous).
 */
export function remotePartyOf(
  identity: SipIdentity,
  options: { region: string; domain: string },
): { number: string; name: string | null } {
  const { user, host } = identity;
  if (user === '' || /^anonymous$/i.test(user) || host === 'anonymous.invalid') return { number: '', name: null };
  const dialled = /^\+?[\d*#]+$/.test(user) ? normaliseDialled(user, options.region) : null;
  const number =
    dialled?.kind === 'number' ? dialled.e164
    : dialled !== null || host === options.domain ? user
    : `${user}@${host}`;
  const name = identity.displayName.replace(CONTROL, ' ').trim().slice(0, NAME_LENGTH);
  return { number, name: name === '' || name === user || name === number ? null : name };
}
