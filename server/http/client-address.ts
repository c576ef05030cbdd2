import type { IncomingMessage } from 'node:http';

/**
 * The address a request came from. X-Forwarded-For is believed from trusted proxies only, and read from its end: what
 * stands before the first address that is no proxy was written by the client.
 */
export function clientAddress(request: IncomingMessage, trustedProxies: readonly string[]): string {
  const peer = plain(request.socket.remoteAddress ?? '');
  const header = request.headers['x-forwarded-for'];
  const hops = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',').map((hop) => plain(hop.trim())).filter(Boolean);
  let address = peer;
  while (trustedProxies.includes(address)) {
    const before = hops.pop();
    if (before === undefined) break;
    address = before;
  }
  return address;
}

const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '');
