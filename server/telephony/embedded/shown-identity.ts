import type { Identity } from '../ports';
import { withFirstHeader, withoutHeaders, type SipMessage, type SipRequest } from './message';

 
const CONTROL = /[\u0000-\u001f\u007f]/g;

const quoted = (name: string) => `"${name.replace(CONTROL, ' ').replace(/(["\\])/g, '\\$1')}"`;

/** User part of a SIP URI; what RFC 3261 25.1 does not allow there is percent-encoded. */
const userPart = (number: string) => number.replace(/[^A-Za-z0-9\-_.!~*'()&=+$,;?/]/gu, encodeURIComponent);

/** The From (without tag) a callee sees. Anonymous as RFC 3323 4.1.1.3 has it. */
export function shownFrom({ number, name }: Identity, domain: string): string {
  if (number === 'anonymous') return '"Anonymous" <sip:anonymous@anonymous.invalid>';
  const uri = `<sip:${userPart(number)}@${domain}>`;
  return name === '' ? uri : `${quoted(name)} ${uri}`;
}

/** Asserts the caller toward the callee, or in responses the callee toward the caller (RFC 3325 9.1), unless they are to stay anonymous. */
export function withAssertedIdentity<M extends SipMessage>(message: M, identity: Identity | undefined, domain: string): M {
  if (!identity || identity.number === 'anonymous') return message;
  return withFirstHeader(message, 'P-Asserted-Identity', shownFrom(identity, domain));
}

/** Says who sent the caller (RFC 3892) as the One server knows it; what the caller claims is taken off. */
export function withReferrer(request: SipRequest, referrer: Identity | undefined, domain: string): SipRequest {
  const bare = withoutHeaders(request, 'Referred-By');
  return referrer ? withFirstHeader(bare, 'Referred-By', shownFrom(referrer, domain)) : bare;
}
