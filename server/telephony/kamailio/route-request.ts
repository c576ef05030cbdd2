import type { CallSource, RouteRequest } from '../ports';
import type { EdgeMessage } from './evapi-message';

/** Percent-decoding of a user part (RFC 3261 19.1.1); what cannot be decoded stays as it is. */
export function decodeUser(user: string): string {
  try {
    return decodeURIComponent(user);
  } catch {
    return user;
  }
}

/** User part of the first URI in a name-addr or addr-spec (RFC 3261 20.10), decoded; null when there is none. */
export function userOf(header: string | null): string | null {
  if (header === null) return null;
  const uri = /<\s*([^>]*)>/.exec(header)?.[1] ?? header;
  const user = /^\s*(?:sips?:([^@;:]*)[^@]*@|tel:([^;]*))/i.exec(uri);
  return user ? decodeUser(user[1] ?? user[2] ?? '') : null;
}

export const sourceOf = (party: string): CallSource =>
  party === 'trunk' ? { kind: 'trunk' } : { kind: 'device', username: party };

export function routeRequestOf(message: Extract<EdgeMessage, { ev: 'invite' }>): RouteRequest {
  const fromTrunk = message.source === 'trunk';
  return {
    callId: message.callid,
    source: sourceOf(message.source),
    dialled: decodeUser(message.dialled),
    claimed: {
      user: decodeUser(message.fromuser),
      displayName: message.fromname.replace(/^"(.*)"$/s, '$1').replace(/\\(.)/gs, '$1'),
    },
    // A device's own assertion is worth nothing and never shown to the router (RFC 3325 5).
    assertedByTrunk: fromTrunk ? userOf(message.pai) : null,
    replacesCallId: message.replaces === null ? null : (/^\s*([^;\s]+)/.exec(message.replaces)?.[1] ?? null),
    referredBy: userOf(message.refby),
    divertedFrom: fromTrunk ? userOf(message.divert) : null,
  };
}
