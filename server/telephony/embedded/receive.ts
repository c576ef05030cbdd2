import { parseAddress, userOf } from './address';
import type { Authenticator } from './authenticator';
import { startCall, type CallParts } from './call';
import type { Connection } from './connection';
import { readEnvelope, type Envelope } from './envelope';
import { hopsOf } from './forwarding';
import { relayAck, relayInDialog } from './in-dialog';
import { encodeMessage, headerOf, type SipRequest } from './message';
import { relayMessage } from './page-message';
import { parseMessage } from './parse-message';
import { register } from './registration';
import { respondTo } from './response';
import type { ServerTransaction, ServerTransactions } from './server-transactions';

export interface ReceiveParts extends CallParts {
  readonly authenticator: Authenticator;
  readonly servers: ServerTransactions;
}

const METHODS = 'REGISTER, INVITE, ACK, CANCEL, BYE, PRACK, UPDATE, INFO, REFER, NOTIFY, MESSAGE, OPTIONS';
/** Make sense within a dialog only: without a To tag there is none. */
const IN_DIALOG_ONLY = new Set(['BYE', 'PRACK', 'UPDATE', 'INFO']);

/**
 * The proven sender of a request outside of dialogs, who must also be in its From; null once it was answered
 * otherwise. A connection that has proven a device is not asked again: a call is set up one round trip sooner.
 */
async function senderOf(parts: ReceiveParts, transaction: ServerTransaction): Promise<string | null> {
  const { connection, request } = transaction;
  const claimed = userOf(parseAddress(headerOf(request, 'From') ?? '')?.uri ?? '');
  if (claimed !== null && connection.proven.has(claimed)) return claimed;
  const verdict = await parts.authenticator.check(connection, request, 'proxy');
  if ('refuse' in verdict) {
    transaction.reply(verdict.refuse, { headers: verdict.header ? [verdict.header] : [] });
    return null;
  }
  if (verdict.username === claimed) return claimed;
  transaction.reply(403);
  return null;
}

async function serveOutOfDialog(parts: ReceiveParts, transaction: ServerTransaction): Promise<void> {
  const { connection, request } = transaction;
  switch (request.method) {
    case 'REGISTER':
      return transaction.respond(
        await register({ ...parts, now: () => parts.timers.now() }, connection, request),
      );
    case 'OPTIONS':
      return transaction.reply(200, { headers: [{ name: 'Allow', value: METHODS }] });
    case 'INVITE':
    case 'MESSAGE': {
      if (request.method === 'INVITE' && headerOf(request, 'Proxy-Authorization') !== undefined) transaction.reply(100);
      const username = await senderOf(parts, transaction);
      if (username === null) return;
      transaction.sentBy(username);
      if (request.method === 'MESSAGE') return relayMessage(parts, transaction);
      transaction.reply(100);
      return startCall(parts, transaction, username);
    }
    default:
      if (IN_DIALOG_ONLY.has(request.method)) return transaction.reply(481);
      return transaction.reply(405, { headers: [{ name: 'Allow', value: METHODS }] });
  }
}

async function serve(parts: ReceiveParts, transaction: ServerTransaction): Promise<void> {
  try {
    const { request, envelope } = transaction;
    if (envelope.toTag !== null && request.method !== 'REGISTER') relayInDialog(parts, transaction);
    else await serveOutOfDialog(parts, transaction);
  } catch (error) {
    parts.log.error('sip request failed', { method: transaction.request.method, error: String(error) });
    transaction.reply(500);
  }
}

function receiveRequest(parts: ReceiveParts, connection: Connection, request: SipRequest, envelope: Envelope): void {
  const answer = (status: number) => connection.send(encodeMessage(respondTo(request, status)));
  const hops = hopsOf(request);
  if (request.method === 'ACK') {
    if (hops !== null && hops > 0 && !parts.servers.absorbsAck(envelope)) relayAck(parts, connection, request, envelope);
    return;
  }
  if (envelope.sequenceMethod !== request.method || hops === null) return answer(400);
  if (request.method === 'CANCEL') return parts.servers.cancel(connection, request, envelope);
  if (hops === 0 && request.method !== 'REGISTER' && request.method !== 'OPTIONS') return answer(483);
  const transaction = parts.servers.open(connection, request, envelope);
  if (transaction) void serve(parts, transaction);
}

/** Takes one frame of a phone. Whatever is in it, the edge stays up; what is no SIP is dropped. */
export function receive(parts: ReceiveParts, connection: Connection, text: string): void {
  try {
    const message = parseMessage(text);
    const envelope = message && readEnvelope(message);
    if (!message || !envelope) return parts.log.debug('not a sip message', { bytes: text.length });
    if (message.kind === 'request') receiveRequest(parts, connection, message, envelope);
    else parts.clients.receive(connection, message, envelope);
  } catch (error) {
    parts.log.error('sip message failed', { error: String(error) });
  }
}
