import { expect, test } from 'vitest';
import { createIceServers, TURN_LIFETIME, turnCredential } from '@/server/accounts/ice-servers';

const now = () => 1_700_000_000_999;
const urls = ['stun:turn.example.se', 'turn:turn.example.se'];

test('a credential is what coturn makes of the shared secret', () => {
  // Made with: printf '1700043200:u1' | openssl dgst -sha1 -hmac north -binary | base64
  expect(turnCredential('north', 'u1', 1_700_043_200)).toEqual({ username: '1700043200:u1', credential: 'A9PfSeW5UTnFawkL0S5muY/iI4A=' });
});

test('each user gets a credential that ends, and the secret stays here', () => {
  const settings = createIceServers({ iceServers: [{ urls }], turnSecret: 'north' }, now)('u1');
  expect(settings).toEqual({ iceServers: [{ urls, ...turnCredential('north', 'u1', 1_700_000_000 + TURN_LIFETIME) }], iceLifetime: TURN_LIFETIME });
  expect(JSON.stringify(settings)).not.toContain('north');
});

test('a fixed user name and password do not end', () => {
  const fixed = { urls, username: 'one', credential: 'secret' };
  expect(createIceServers({ iceServers: [fixed], turnSecret: null }, now)('u1')).toEqual({ iceServers: [fixed], iceLifetime: null });
});
