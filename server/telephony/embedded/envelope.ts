import { tagOf, parseAddress } from './address';
import { headerOf, headersOf, type SipMessage } from './message';

/** What transactions and dialogs are matched by (RFC 3261 8.1.1, 12, 17). */
export interface Envelope {
  readonly callId: string;
  readonly sequence: number;
  readonly sequenceMethod: string;
  readonly fromTag: string;
  readonly toTag: string | null;
  /** Topmost Via. */
  readonly branch: string;
  readonly sentBy: string;
}

const VIA = /^SIP\s*\/\s*2\.0\s*\/\s*[A-Za-z]+[ \t]+([^\s;,]+)/;
const BRANCH = /;\s*branch\s*=\s*([^\s;,"]+)/i;
const SEQUENCE = /^(\d{1,10})[ \t]+(\S+)$/;

/** Null when a field every message must have is missing, doubled or unreadable. */
export function readEnvelope(message: SipMessage): Envelope | null {
  for (const name of ['Call-ID', 'CSeq', 'From', 'To']) {
    if (headersOf(message, name).length !== 1) return null;
  }
  const via = headerOf(message, 'Via') ?? '';
  const sentBy = VIA.exec(via)?.[1];
  const branch = BRANCH.exec(via)?.[1];
  const [, sequence, sequenceMethod] = SEQUENCE.exec(headerOf(message, 'CSeq') ?? '') ?? [];
  const callId = headerOf(message, 'Call-ID') ?? '';
  const from = headerOf(message, 'From') ?? '';
  const to = headerOf(message, 'To') ?? '';
  const fromTag = tagOf(from);
  if (sentBy === undefined || branch === undefined || sequence === undefined || sequenceMethod === undefined) return null;
  if (!/^\S+$/.test(callId) || fromTag === undefined || !parseAddress(to)) return null;
  // RFC 3261 8.1.1.5: less than 2^31.
  if (Number(sequence) >= 2 ** 31) return null;
  return { callId, sequence: Number(sequence), sequenceMethod, fromTag, toTag: tagOf(to) ?? null, branch, sentBy };
}
