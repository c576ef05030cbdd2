import { parseAddress } from './address';
import type { ClientTransactions } from './client-transactions';
import type { Peer } from './connection';
import { headerOf, type SipRequest, type SipResponse } from './message';
import { TRANSACTION_MS } from './timers';

/**
 * Ends the dialog of a phone that answered after the call was decided otherwise: its 2xx crossed the CANCEL.
 * The caller has its final response already, so the edge itself acknowledges and hangs up (RFC 3261 13.2.2.4, 15).
 */
export function dismissAnswer(clients: ClientTransactions, answer: SipResponse, phone: Peer, reason: string | null): void {
  const contact = parseAddress(headerOf(answer, 'Contact') ?? '');
  if (!contact) return;
  const number = Number.parseInt(headerOf(answer, 'CSeq') ?? '0', 10);
  const build = (method: string, sequence: number): SipRequest => ({
    kind: 'request',
    method,
    uri: contact.uri,
    headers: [
      { name: 'Max-Forwards', value: '70' },
      ...['From', 'To', 'Call-ID'].map((name) => ({ name, value: headerOf(answer, name) ?? '' })),
      { name: 'CSeq', value: `${sequence} ${method}` },
      ...(reason !== null && method === 'BYE' ? [{ name: 'Reason', value: reason }] : []),
    ],
    body: '',
  });
  clients.sendAck(build('ACK', number), phone);
  clients.send({ request: build('BYE', number + 1), target: phone, patienceMs: TRANSACTION_MS, onResponse: () => undefined });
}
