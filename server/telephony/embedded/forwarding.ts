import { parameterOf, parseAddress } from './address';
import { headerOf, headersOf, withFirstHeader, withHeader, withoutFirstHeader, withoutHeaders } from './message';
import type { SipMessage, SipRequest } from './message';

/** Fields by which one party could pass for another (RFC 3325, RFC 5876). */
const IDENTITY = ['P-Asserted-Identity', 'P-Preferred-Identity', 'Remote-Party-ID', 'Identity'];

export const withoutIdentity = <M extends SipMessage>(message: M): M => withoutHeaders(message, ...IDENTITY);

/** Remaining hops; a request without the field may have 70 (RFC 3261 16.6 step 3). Null when unreadable. */
export function hopsOf(request: SipRequest): number | null {
  const value = headerOf(request, 'Max-Forwards') ?? '70';
  return /^\d{1,3}$/.test(value) ? Number(value) : null;
}

/**
 * A request as it may leave the edge (RFC 3261 16.6): one hop fewer, the edge's own Route taken off,
 * no credentials of this hop and no identity the sender gave itself.
 */
export function forwarded(request: SipRequest): SipRequest {
  const bare = withoutHeaders(withoutIdentity(request), 'Proxy-Authorization', 'Authorization', 'Content-Length');
  const hops = withHeader(bare, 'Max-Forwards', String((hopsOf(request) ?? 70) - 1));
  return headersOf(hops, 'Route').length > 0 ? withoutFirstHeader(hops, 'Route') : hops;
}

/**
 * Keeps the edge in the path of the dialog. The caller's tag rides along, so that an edge started anew still
 * knows which side of a call it never saw begin sends a request.
 */
export function recordRoute(request: SipRequest, domain: string, callerTag: string): SipRequest {
  return withFirstHeader(request, 'Record-Route', `<sip:${domain};transport=ws;lr;ftag=${callerTag}>`);
}

/** The caller's tag as {@link recordRoute} noted it, or null. */
export function callerTagOf(request: SipRequest): string | null {
  const route = parseAddress(headerOf(request, 'Route') ?? '');
  return parameterOf(route?.uri.replace(/^[^;]*/, '') ?? '', 'ftag') ?? null;
}
