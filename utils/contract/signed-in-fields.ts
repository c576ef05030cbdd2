import type { IceServer, SipAccountInput } from './sip-account';

/** What the sign-in form was given for the account that is signed in: all of it but the secrets. */
export type SignedInFields =
  | { readonly kind: 'one'; readonly server: string; readonly email: string }
  | ({ readonly kind: 'sip'; readonly iceServers: readonly Omit<IceServer, 'credential'>[] } & Omit<SipAccountInput, 'password' | 'iceServers'>);
