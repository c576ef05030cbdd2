import type { RouteRequest } from '../ports';
import { displayNameOf, parseAddress, userOf } from './address';
import { headerOf, type SipRequest } from './message';

/** What the One server is asked about an INVITE a device has proven to have sent. Null: no dialable request URI. */
export function routeRequestOf(request: SipRequest, callId: string, username: string): RouteRequest | null {
  const dialled = userOf(request.uri);
  if (dialled === null) return null;
  const from = parseAddress(headerOf(request, 'From') ?? '');
  const referredBy = parseAddress(headerOf(request, 'Referred-By') ?? '');
  const replaces = headerOf(request, 'Replaces')?.split(';')[0]?.trim();
  return {
    callId,
    source: { kind: 'device', username },
    dialled,
    claimed: { user: userOf(from?.uri ?? '') ?? '', displayName: from ? displayNameOf(from) : '' },
    assertedByTrunk: null,
    replacesCallId: replaces === undefined || replaces === '' ? null : replaces,
    referredBy: referredBy ? userOf(referredBy.uri) : null,
    divertedFrom: null,
  };
}
