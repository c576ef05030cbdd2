import { randomBytes } from 'node:crypto';
import { tagOf } from './address';
import { headerOf, type Header, type SipRequest, type SipResponse } from './message';

const REASONS: Readonly<Record<number, string>> = Object.freeze({
  100: 'Trying',
  200: 'OK',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  407: 'Proxy Authentication Required',
  408: 'Request Timeout',
  480: 'Temporarily Unavailable',
  481: 'Call/Transaction Does Not Exist',
  482: 'Loop Detected',
  483: 'Too Many Hops',
  487: 'Request Terminated',
  500: 'Server Internal Error',
  503: 'Service Unavailable',
});

const COPIED = new Set(['via', 'from', 'call-id', 'cseq']);

/** A response of the edge's own (RFC 3261 8.2.6). Every final one and every 1xx but 100 gets a To tag. */
export function respondTo(
  request: SipRequest,
  status: number,
  options: { readonly reason?: string; readonly headers?: readonly Header[] } = {},
): SipResponse {
  const to = headerOf(request, 'To') ?? '';
  const tagged = status === 100 || tagOf(to) !== undefined ? to : `${to};tag=${randomBytes(8).toString('hex')}`;
  const copied = request.headers.filter((header) => COPIED.has(header.name.toLowerCase()));
  return {
    kind: 'response',
    status,
    reason: options.reason ?? REASONS[status] ?? 'Failure',
    headers: [...copied, { name: 'To', value: tagged }, ...(options.headers ?? [])],
    body: '',
  };
}
