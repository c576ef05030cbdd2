import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AccountStore, StoredAccount } from '@/utils/core/adapters';
import { createAccountStore } from '@/utils/storage/account-store';
import { openVault } from '@/utils/storage/vault';

const one: StoredAccount = {
  kind: 'one',
  server: 'https://one.example',
  token: 'a-token',
  sessionId: 's1',
  me: {
    id: 'u1',
    name: 'Anna',
    email: 'anna@example.se',
    company: { id: 'c1', name: 'Exempelbolaget AB' },
    role: 'user',
    extension: '1001',
    fixedNumber: '+46841000010',
    mobileNumber: null,
    language: 'sv',
    region: 'SE',
  },
  device: { username: 'd0123456789abcdef0123', password: 'x'.repeat(24), domain: 'one.example' },
  sipPath: '/sip',
  sipUrls: [],
  iceServers: [{ urls: ['stun:one.example'] }],
  iceEndsAt: null,
  echoNumber: '*43',
};
const sip: StoredAccount = {
  kind: 'sip',
  input: {
    server: 'wss://pbx.example/ws',
    user: '200',
    authenticationUser: '',
    password: 'secret',
    domain: '',
    displayName: 'Bo',
    region: 'SE',
    iceServers: [],
  },
};

let made = 0;
let name: string;
const open = () => createAccountStore(openVault(name), () => crypto.randomUUID());
let store: AccountStore;
beforeEach(() => {
  name = `accounts-${(made += 1)}`;
  store = open();
});

describe('the stored account', () => {
  it.each([
    ['a One account', one],
    ['a SIP account', sip],
  ])('%s is whole after a restart', async (_, account) => {
    await store.write(account);
    expect(await open().read()).toEqual(account);
  });

  it('is gone after signing out', async () => {
    await store.write(one);
    await store.clear();
    expect(await open().read()).toBeNull();
  });

  it('is nothing at first', async () => {
    expect(await store.read()).toBeNull();
  });
});

describe('the cursor', () => {
  it('is kept over restarts and starts anew with the next account', async () => {
    await store.write(one);
    await store.setCursor(41);
    expect(await open().cursor()).toBe(41);
    await store.write(sip);
    expect(await store.cursor()).toBe(0);
  });
});

describe('the device identity', () => {
  it('stays the same over restarts and sign-outs', async () => {
    const first = await store.deviceIdentity();
    await store.write(one);
    await store.clear();
    expect(await open().deviceIdentity()).toEqual(first);
    expect(first.instanceId).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
    expect(first.viaHost).toMatch(/\.invalid$/);
  });
});
