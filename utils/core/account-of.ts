import type { AccountView } from '@/utils/contract/phone-state';
import { sipServersOf, type SipAccountInput } from '@/utils/contract/sip-account';
import type { SignedInFields } from '@/utils/contract/signed-in-fields';
import type { PhoneAccount } from '@/utils/phone/account';
import type { DeviceIdentity } from '@/utils/phone/ports';
import type { StoredAccount } from './adapters';

function sipServer(server: string, path: string): string {
  const url = new URL(path, server);
  url.protocol = url.protocol === 'http:' ? 'ws:' : 'wss:';
  return url.href;
}

/** The SIP identity of a stored account on this device. */
export function phoneAccountOf(account: StoredAccount, device: DeviceIdentity): PhoneAccount {
  if (account.kind === 'one') {
    const { username, password, domain } = account.device;
    return {
      kind: 'one',
      servers: [...new Set([sipServer(account.server, account.sipPath), ...account.sipUrls])],
      user: username,
      domain,
      authenticationUser: username,
      password,
      displayName: account.me.name,
      region: account.me.region,
      iceServers: account.iceServers,
      iceEndsAt: account.iceEndsAt,
      // The edge finds a device by its user name in every request, so that is the Contact's too.
      device: { ...device, contactName: username },
    };
  }
  const { input } = account;
  return {
    kind: 'sip',
    servers: sipServersOf(input.server),
    user: input.user,
    domain: sipDomain(account),
    authenticationUser: input.authenticationUser || input.user,
    password: input.password,
    displayName: input.displayName,
    region: input.region,
    iceServers: input.iceServers,
    iceEndsAt: null,
    device,
  };
}

/** What the surfaces show of a stored account: no secrets. */
export function accountViewOf(account: StoredAccount): AccountView {
  if (account.kind === 'one') {
    const { me, server, echoNumber } = account;
    return Object.freeze<AccountView>({
      kind: 'one',
      name: me.name,
      address: me.email ?? me.extension,
      company: me.company.name,
      number: me.fixedNumber,
      extension: me.extension,
      region: me.region,
      server: new URL(server).host,
      echoNumber,
      hasMobile: me.mobileNumber !== null,
    });
  }
  const { input } = account;
  return Object.freeze<AccountView>({
    kind: 'sip',
    name: input.displayName || input.user,
    address: `${input.user}@${sipDomain(account)}`,
    company: null,
    number: /^\+?\d+$/.test(input.user) ? input.user : null,
    extension: null,
    region: input.region,
    server: firstServer(account).host,
    echoNumber: null,
  });
}

/** What the user typed to sign in: named one by one, so that a secret added later is not among them. */
export function signedInFieldsOf(account: StoredAccount): SignedInFields {
  if (account.kind === 'one') return { kind: 'one', server: account.server, email: account.me.email ?? '' };
  const { server, user, authenticationUser, domain, displayName, region, iceServers } = account.input;
  const ice = iceServers.map(({ urls, username }) => ({ urls, ...(username !== undefined && { username }) }));
  return { kind: 'sip', server, user, authenticationUser, domain, displayName, region, iceServers: ice };
}

function sipDomain({ input }: Extract<StoredAccount, { kind: 'sip' }>): string {
  return input.domain || firstServer({ input }).hostname;
}

function firstServer({ input }: { readonly input: SipAccountInput }): URL {
  return new URL(sipServersOf(input.server)[0] ?? input.server);
}
