import type { AccountKind } from '@/utils/contract/phone-state';

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
