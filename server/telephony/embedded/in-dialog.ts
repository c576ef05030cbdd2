import type { EdgeHandlers } from '../ports';
import { userOf, withTagOf } from './address';
import type { ClientTransactions } from './client-transactions';
import type { Connection, Peer } from './connection';
import type { Envelope } from './envelope';
import { callerTagOf, forwarded, withoutIdentity } from './forwarding';
import type { DialogPath, KnownCalls, Side } from './known-calls';
import { headerOf, withHeader, type SipRequest, type SipResponse } from './message';
import type { Registrar } from './registrar';
import type { ServerTransaction } from './server-transactions';
import { INVITE_MS, RETURN_MS, TRANSACTION_MS, type Timers } from './timers';

export interface InDialogParts {
  readonly calls: KnownCalls;
  readonly clients: ClientTransactions;
  readonly registrar: Registrar;
  readonly timers: Timers;
  readonly handlers: Pick<EdgeHandlers, 'onCallEvent'>;
}

/** Where a request goes: along a dialog the edge knows, or between two devices that both are registered. */
type Path =
  | { readonly known: true; readonly sender: Peer; readonly target: Peer; readonly dialog: DialogPath }
  | { readonly known: false; readonly sender: Peer; readonly target: Peer; readonly from: Side | null };

/**
 * The second rule lets calls outlive a restart of the edge; whether there is such a dialog only the target can
 * tell then. Null: the sender has no business there, and nothing is relayed (RFC 3261 12.2.2: 481).
 */
function pathOf(parts: InDialogParts, connection: Connection, request: SipRequest, envelope: Envelope): Path | null {
  const call = parts.calls.find(envelope.callId);
  if (call) {
    const dialog = parts.calls.pathOf(call, envelope, connection);
    return dialog && { known: true, dialog, sender: { username: dialog.sender, connection }, target: dialog.target };
  }
  const sender = [...connection.proven].find((name) => parts.registrar.find(name)?.connection === connection);
  const username = userOf(request.uri);
  if (sender === undefined || username === null || !parts.registrar.find(username)) return null;
  const callerTag = callerTagOf(request);
  const from = callerTag === null ? null : callerTag === envelope.fromTag ? 'caller' : 'callee';
  return { known: false, sender: { username: sender, connection }, target: { username, connection: null }, from };
}

/** From and To as the receiving side of the dialog knows them: only the caller's differs between the sides. */
function readdressed(request: SipRequest, path: Path): SipRequest {
  if (!path.known) return request;
  const { call, leg, from } = path.dialog;
  if (from === 'caller') return withHeader(request, 'From', withTagOf(leg.shownFrom, headerOf(request, 'From') ?? ''));
  return withHeader(request, 'To', withTagOf(call.callerFrom, headerOf(request, 'To') ?? ''));
}

/** Relays an ACK for a 2xx; nothing answers it. */
export function relayAck(parts: InDialogParts, connection: Connection, request: SipRequest, envelope: Envelope): void {
  const path = pathOf(parts, connection, request, envelope);
  if (path) parts.clients.sendAck(readdressed(forwarded(request), path), path.target);
}

/** Relays a request within a dialog and its responses. */
export function relayInDialog(parts: InDialogParts, transaction: ServerTransaction): void {
  const { request, envelope, connection } = transaction;
  const path = pathOf(parts, connection, request, envelope);
  if (path) relayAlong(parts, transaction, path);
  else transaction.reply(481);
}

function relayAlong(parts: InDialogParts, transaction: ServerTransaction, path: Path): void {
  const { request, envelope } = transaction;
  const { method } = request;
  if (method === 'INVITE') transaction.reply(100);
  if (path.sender.username !== null) transaction.sentBy(path.sender.username);
  if (method === 'BYE' && path.known) path.dialog.call.hungUp(path.dialog.from);

  function onResponse(response: SipResponse): void {
    if (response.status === 100) return;
    const restored = withHeader(withoutIdentity(response), 'From', headerOf(request, 'From') ?? '');
    transaction.respond(withHeader(restored, 'To', headerOf(request, 'To') ?? ''));
    const accepted = response.status >= 200 && response.status < 300;
    if (method === 'BYE' && !path.known && accepted) endUnseen(path.from);
  }

  /** A call from before the edge was started: that its BYE was accepted proves there was one. */
  function endUnseen(by: Side | null): void {
    if (by === null) return;
    parts.handlers.onCallEvent({ kind: 'ended', callId: envelope.callId, status: 200, by, at: parts.timers.now() });
  }

  function send(): boolean {
    const outgoing = readdressed(forwarded(request), path);
    const patienceMs = method === 'INVITE' ? INVITE_MS : TRANSACTION_MS;
    const sent = parts.clients.send({ request: outgoing, target: path.target, patienceMs, onResponse });
    if (sent) transaction.onCancel(() => sent.cancel(null));
    return sent !== null;
  }

  // A phone that changes networks comes back within seconds: the hang-up of the other side must not miss it.
  const { username } = path.target;
  if (send()) return;
  if (username === null) transaction.reply(480);
  else parts.registrar.awaitBinding(username, RETURN_MS, (bound) => (bound && send()) || transaction.reply(480));
}
