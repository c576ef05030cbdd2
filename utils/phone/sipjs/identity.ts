import { Grammar, type NameAddrHeader } from 'sip.js';
import type { ForwardedTo } from '@/utils/domain/call/forwarded';
import type { SipIdentity } from '@/utils/domain/call/remote-party';
import { OTHER_CONTACT } from './readable';

interface Headers {
  getHeaders(name: string): string[];
}

/** `tel:` in P-Asserted-Identity (RFC 3325 section 9.1): SIP.js's grammar reads SIP addresses only. */
const TEL = /^\s*(?:"((?:[^"\\]|\\.)*)"|([^<"]*?))\s*<tel:([^>;]+)[^>]*>/i;

function unescaped(user: string): string {
  try {
    return decodeURIComponent(user);
  } catch {
    return user;
  }
}

export function identityOf(header: NameAddrHeader): SipIdentity {
  return { user: unescaped(header.uri.user ?? ''), host: header.uri.host, displayName: header.displayName ?? '' };
}

/** What the network asserts of the sender of a message, which counts more than what it claims in From; null if nothing. */
export function assertedIdentity(message: Headers): SipIdentity | null {
  return firstAddress(message.getHeaders('P-Asserted-Identity'));
}

/** Whom a 3xx response names instead: its first Contact that is an address. At the own domain where the host is ''. */
export function forwardedTo(message: Headers): ForwardedTo | null {
  const others = message.getHeaders(OTHER_CONTACT).flatMap((value) => value.split(/,(?=\s*<)/));
  return firstAddress([...message.getHeaders('Contact'), ...others]);
}

function firstAddress(values: readonly string[]): SipIdentity | null {
  for (const value of values) {
    const tel = TEL.exec(value);
    if (tel?.[3]) return { user: unescaped(tel[3]), host: '', displayName: (tel[1] ?? tel[2] ?? '').replace(/\\(.)/g, '$1') };
    const parsed: unknown = Grammar.nameAddrHeaderParse(value);
    if (parsed) return identityOf(parsed as NameAddrHeader);
  }
  return null;
}

/** Who sent the sender here (RFC 3892); null if nobody, or unreadable. What is claimed is for the network to check. */
export function referredBy(message: Headers): SipIdentity | null {
  const value = message.getHeaders('Referred-By')[0];
  const parsed: unknown = value === undefined ? null : Grammar.nameAddrHeaderParse(value);
  return parsed ? identityOf(parsed as NameAddrHeader) : null;
}
