import { normaliseDialled, type Dialled } from './dialling';

/** Where a call goes: a number, or the address of somebody at another SIP domain. */
export type DialTarget = Exclude<Dialled, { kind: 'invalid' }> | { readonly kind: 'address'; readonly user: string; readonly host: string };

const ADDRESS = /^(?:sips?:)?([a-z\d][\w.+\-!~'%*]{0,63})@([a-z\d](?:[a-z\d.-]{0,252}[a-z\d])?)(?::\d{1,5})?(?:[;?].*)?$/i;

/**
 * What to call for something a user typed or clicked. Null when it is neither a number of `region` nor, where
 * `addresses` are allowed (SIP accounts), a SIP address. Source: RFC 3261 section 19.1.
 */
export function dialTarget(input: string, options: { region: string; addresses: boolean }): DialTarget | null {
  const dialled = normaliseDialled(input, options.region);
  if (dialled.kind !== 'invalid') return dialled;
  const address = options.addresses ? ADDRESS.exec(input.trim()) : null;
  return address?.[1] && address[2] ? { kind: 'address', user: address[1], host: address[2].toLowerCase() } : null;
}
