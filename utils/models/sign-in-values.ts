import type { AccountKind } from '@/utils/contract/phone-state';
import type { SignedInFields } from '@/utils/contract/signed-in-fields';

export interface OneValues {
  readonly server: string;
  readonly email: string;
  readonly password: string;
}

export interface IceServerValues {
  readonly url: string;
  readonly username: string;
  readonly credential: string;
}

export interface SipValues {
  readonly server: string;
  readonly user: string;
  readonly password: string;
  readonly authenticationUser: string;
  readonly domain: string;
  readonly displayName: string;
  readonly region: string;
  readonly iceServers: readonly IceServerValues[];
}

export interface SignInValues {
  readonly kind: AccountKind;
  readonly one: OneValues;
  readonly sip: SipValues;
}

/** Keeps what was typed while the popup is closed. Passwords and TURN credentials are never given to it. */
export interface SignInDraftStore {
  read(): SignInValues | null;
  write(values: SignInValues): void;
  clear(): void;
}

export function emptySignIn(region: string): SignInValues {
  return {
    kind: 'one',
    one: { server: '', email: '', password: '' },
    sip: {
      server: '',
      user: '',
      password: '',
      authenticationUser: '',
      domain: '',
      displayName: '',
      region,
      iceServers: [],
    },
  };
}

/** The form as it was filled in for this account, its secrets to be typed again. */
export function valuesOf(fields: SignedInFields, { one, sip }: SignInValues): SignInValues {
  if (fields.kind === 'one') return { kind: 'one', one: { server: fields.server, email: fields.email, password: '' }, sip };
  const { kind, ...typed } = fields;
  const iceServers = fields.iceServers.flatMap(({ urls, username = '' }) => urls.map((url) => ({ url, username, credential: '' })));
  return { kind, one, sip: { ...typed, password: '', iceServers } };
}

/** The same values with every secret taken out. */
export function withoutSecrets(values: SignInValues): SignInValues {
  return {
    kind: values.kind,
    one: { ...values.one, password: '' },
    sip: {
      ...values.sip,
      password: '',
      iceServers: values.sip.iceServers.map((server) => ({ ...server, credential: '' })),
    },
  };
}
