import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '@/server/config';

const noFile = () => {
  throw new Error('ENOENT');
};
const problemsOf = (environment: Record<string, string>, readFile: (path: string) => string = noFile) => {
  try {
    readConfig(environment, readFile);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
};

test('an empty environment gives a server for this machine', () => {
  expect(readConfig({ PATH: '/bin', ONE_HOST: '' }, noFile)).toMatchObject({
    host: '127.0.0.1',
    port: 8443,
    databaseUrl: null,
    sipDomain: 'one.localhost',
    tls: null,
    edge: 'auto',
    edgeLifetime: 'independent',
    trunk: null,
    sipUrls: [],
    iceServers: [],
    turnSecret: null,
    logLevel: 'info',
    demo: false,
  });
});

test('everything that is set is read', () => {
  const environment = {
    ONE_HOST: '0.0.0.0',
    ONE_PORT: '443',
    DATABASE_URL: 'postgres://one:secret@db.example.se/one',
    ONE_SIP_DOMAIN: 'one.example.se',
    ONE_TLS_CERT: '/cert.pem',
    ONE_TLS_KEY: '/key.pem',
    ONE_EDGE: 'kamailio',
    ONE_EDGE_LIFETIME: 'server',
    ONE_TRUNK_HOST: '192.0.2.5',
    ONE_TRUNK_PORT: '5080',
    ONE_TRUNK_TRANSPORT: 'tcp',
    ONE_TRUNK_USERNAME: 'trunk',
    ONE_TRUNK_PASSWORD: 'secret',
    ONE_SIP_URLS: 'wss://two.example.se/sip, wss://192.0.2.7/sip',
    ONE_ICE_URLS: 'stun:stun.example.se, turns:turn.example.se:5349',
    ONE_TURN_USERNAME: 'one',
    ONE_TURN_PASSWORD: 'secret',
    ONE_ALLOWED_ORIGINS: 'https://crm.example.se,https://mail.example.se:8443',
    ONE_DEMO: '1',
  };
  expect(readConfig(environment, (path) => `content of ${path}`)).toMatchObject({
    host: '0.0.0.0',
    port: 443,
    databaseUrl: environment.DATABASE_URL,
    tls: { cert: 'content of /cert.pem', key: 'content of /key.pem' },
    edge: 'kamailio',
    edgeLifetime: 'server',
    trunk: { host: '192.0.2.5', port: 5080, transport: 'tcp', username: 'trunk', password: 'secret' },
    sipUrls: ['wss://two.example.se/sip', 'wss://192.0.2.7/sip'],
    iceServers: [{ urls: ['stun:stun.example.se', 'turns:turn.example.se:5349'], username: 'one', credential: 'secret' }],
    allowedOrigins: ['https://crm.example.se', 'https://mail.example.se:8443'],
    demo: true,
  });
});

test('desk phones need an address to listen at and a port of their own', () => {
  expect(readConfig({ ONE_PHONE_PORT: '5060', ONE_SIP_ADDRESS: '192.0.2.1' }, noFile)).toMatchObject({ phonePort: 5060 });
  expect(problemsOf({ ONE_PHONE_PORT: '5060' })).toEqual(['ONE_SIP_ADDRESS is needed with ONE_PHONE_PORT']);
  expect(problemsOf({ ONE_PHONE_PORT: '5060', ONE_SIP_PORT: '5060', ONE_SIP_ADDRESS: '192.0.2.1' })).toEqual([expect.stringContaining('a port each')]);
});

test('every wrong variable is named in one message', () => {
  const problems = problemsOf({
    ONE_PORT: '70000',
    ONE_EDGE: 'asterisk',
    ONE_LOG_LEVEL: 'loud',
    ONE_DEMO: 'yes',
    DATABASE_URL: 'mysql://x',
    ONE_ALLOWED_ORIGINS: 'crm.example.se',
    ONE_TLS_CERT: '/missing.pem',
    ONE_TRUNK_PASSWORD: 'secret',
  });
  expect([...problems].sort()).toEqual([
    'DATABASE_URL must look like postgres://user:password@host/database',
    'ONE_ALLOWED_ORIGINS must be origins like https://crm.example.se, without a path',
    'ONE_DEMO must be one of 0, 1',
    'ONE_EDGE must be one of auto, kamailio, embedded',
    'ONE_LOG_LEVEL must be one of debug, info, warn, error, silent',
    'ONE_PORT must be a port number from 0 to 65535',
    'ONE_TLS_CERT names a file that cannot be read: /missing.pem',
    'ONE_TLS_KEY is needed with ONE_TLS_CERT',
    'ONE_TRUNK_USERNAME is needed with ONE_TRUNK_PASSWORD',
  ]);
});

test.each([
  ['ONE_PORT', '-1'],
  ['ONE_PORT', '80a'],
  ['ONE_TRUNK_PORT', '0'],
  ['ONE_SIP_DOMAIN', 'one.example.se;transport=tcp'],
  ['ONE_SIP_DOMAIN', 'one example'],
  ['ONE_ALLOWED_ORIGINS', 'https://crm.example.se/path'],
  ['ONE_ICE_URLS', 'https://stun.example.se'],
  ['ONE_SIP_URLS', 'ws://two.example.se/sip'],
  ['ONE_MAX_CONNECTIONS_PER_ADDRESS', '0'],
  ['ONE_REGION', 'se'],
])('%s does not take %s', (name, value) => {
  expect(problemsOf({ [name]: value })).toHaveLength(1);
});

test('an empty certificate is a mistake, not a server without TLS', () => {
  const files: Record<string, string> = { '/cert.pem': '\n', '/key.pem': 'key' };
  expect(problemsOf({ ONE_TLS_CERT: '/cert.pem', ONE_TLS_KEY: '/key.pem' }, (path) => files[path] ?? '')).toEqual(['ONE_TLS_CERT names an empty file: /cert.pem']);
});

test('TURN without its credentials, with which no browser could call, is refused', () => {
  const needed = 'ONE_TURN_SECRET, or ONE_TURN_USERNAME and ONE_TURN_PASSWORD, are needed with turn: and turns: addresses in ONE_ICE_URLS';
  expect(problemsOf({ ONE_ICE_URLS: 'stun:stun.example.se, turns:turn.example.se' })).toEqual([needed]);
  expect(problemsOf({ ONE_ICE_URLS: 'stun:stun.example.se' })).toEqual([]);
});

test('a secret shared with the TURN server takes the place of its user name and password', () => {
  const environment = { ONE_ICE_URLS: 'turn:turn.example.se', ONE_TURN_SECRET: 'shared' };
  expect(readConfig(environment, noFile)).toMatchObject({ iceServers: [{ urls: ['turn:turn.example.se'] }], turnSecret: 'shared' });
  expect(problemsOf({ ...environment, ONE_TURN_USERNAME: 'one', ONE_TURN_PASSWORD: 'x' })).toEqual([expect.stringContaining('takes the place of')]);
  expect(problemsOf({ ONE_TURN_SECRET: 'shared', ONE_ICE_URLS: 'stun:stun.example.se' })).toEqual([expect.stringContaining('needs a turn: or turns: address')]);
});

test('no problem repeats a secret', () => {
  const problems = problemsOf({ DATABASE_URL: 'mysql://one:hunter2@db', ONE_TURN_PASSWORD: 'hunter2', ONE_TURN_SECRET: 'hunter2' });
  expect(problems.length).toBeGreaterThan(1);
  expect(problems.join()).not.toContain('hunter2');
});
