/** Where a 3xx response sends the caller (RFC 3261 section 21.3). */
export interface ForwardedTo {
  readonly user: string;
  /** '' for a `tel:` address: a number wherever one is. */
  readonly host: string;
}

/** A chain of forwardings is followed so far; a longer one is most likely a loop. */
export const MOST_FORWARDINGS = 5;

/** Longest extension of a company; a longer number of digits is one of the telephone network. */
const EXTENSION = /^(?:\d{1,6}|[a-z][\w.-]*)$/i;

/**
 * What to do with a call that was forwarded: `follow` inside the company (an extension or a name at its own domain), `ask`
 * before it leaves, for it may cost money or go to a stranger, `give-up` on a loop or a chain that is too long.
 */
export function whatOfForwarding(to: ForwardedTo, own: { readonly domain: string; readonly before: readonly ForwardedTo[] }): 'follow' | 'ask' | 'give-up' {
  const same = (one: ForwardedTo) => one.user === to.user && one.host.toLowerCase() === to.host.toLowerCase();
  if (own.before.length > MOST_FORWARDINGS || own.before.some(same)) return 'give-up';
  return to.user !== '' && to.host.toLowerCase() === own.domain.toLowerCase() && EXTENSION.test(to.user) ? 'follow' : 'ask';
}
