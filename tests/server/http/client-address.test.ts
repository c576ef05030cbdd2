import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { clientAddress } from '@/server/http/client-address';

const from = (peer: string, forwarded?: string) => ({ socket: { remoteAddress: peer }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;

test.each([
  ['a client without a proxy', '192.0.2.1', undefined, '192.0.2.1'],
  ['a client that claims an address', '192.0.2.1', '203.0.113.9', '192.0.2.1'],
  ['a client behind the proxy', '127.0.0.1', '192.0.2.1', '192.0.2.1'],
  ['a client behind the proxy that claims an address', '127.0.0.1', '203.0.113.9, 192.0.2.1', '192.0.2.1'],
  ['two proxies', '127.0.0.1', '192.0.2.1, 10.0.0.5', '192.0.2.1'],
  ['the proxy itself', '127.0.0.1', undefined, '127.0.0.1'],
  ['IPv4 in IPv6 form', '::ffff:127.0.0.1', '::ffff:192.0.2.1', '192.0.2.1'],
])('%s', (_who, peer, forwarded, address) => {
  expect(clientAddress(from(peer, forwarded), ['127.0.0.1', '10.0.0.5'])).toBe(address);
});
