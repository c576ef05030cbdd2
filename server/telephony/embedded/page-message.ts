import { parseAddress, userOf, withTagOf } from './address';
import type { ClientTransactions } from './client-transactions';
import { forwarded, withoutIdentity } from './forwarding';
import { headerOf, withHeader } from './message';
import type { Registrar } from './registrar';
import type { ServerTransaction } from './server-transactions';
import { TRANSACTION_MS } from './timers';

/** Relays a MESSAGE (RFC 3428) of a proven device to another registered one. */
export function relayMessage(
  { clients, registrar }: { readonly clients: ClientTransactions; readonly registrar: Registrar },
  transaction: ServerTransaction,
): void {
  const username = userOf(transaction.request.uri);
  const bound = username === null ? undefined : registrar.find(username);
  if (!bound) return transaction.reply(404);
  const { request } = transaction;
  const from = headerOf(request, 'From') ?? '';
  // The device is proven, the name beside it is not.
  const nameless = withTagOf(`<${parseAddress(from)?.uri ?? ''}>`, from);
  const sent = clients.send({
    request: { ...withHeader(forwarded(request), 'From', nameless), uri: bound.contact },
    target: { username, connection: null },
    patienceMs: TRANSACTION_MS,
    onResponse: (response) => transaction.respond(withHeader(withoutIdentity(response), 'From', from)),
  });
  if (!sent) transaction.reply(404);
}
