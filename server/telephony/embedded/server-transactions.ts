import type { Connection, Peer } from './connection';
import type { Envelope } from './envelope';
import { encodeMessage, type SipRequest, type SipResponse } from './message';
import { respondTo } from './response';
import { RECONNECT_MS, TRANSACTION_MS, type Timers } from './timers';

/** The edge's end of a request a phone sent (RFC 3261 17.2), on a transport that loses nothing. */
export interface ServerTransaction {
  readonly request: SipRequest;
  readonly envelope: Envelope;
  readonly connection: Connection;
  readonly finished: boolean;
  /** Sent where the phone is reached now. Nothing but a repeated 2xx leaves after a final response. */
  respond(response: SipResponse): void;
  reply(status: number, options?: Parameters<typeof respondTo>[2]): void;
  /** Whom the response goes to, once the sender is proven. */
  sentBy(username: string): void;
  onCancel(run: () => void): void;
}

export interface ServerTransactions {
  /** The new transaction, or null: a repetition, answered again from memory or left to the one in progress. */
  open(connection: Connection, request: SipRequest, envelope: Envelope): ServerTransaction | null;
  /** Answers CANCEL (RFC 3261 9.2). */
  cancel(connection: Connection, request: SipRequest, envelope: Envelope): void;
  /** Whether the ACK ends a transaction here: one for a non-2xx response does. */
  absorbsAck(envelope: Envelope): boolean;
  /** A phone that rings others and does not come back in time has hung up. */
  lost(connection: Connection): void;
}

/** RFC 3261 17.2.3; an ACK and a CANCEL match the INVITE they belong to. */
const keyOf = ({ branch, sentBy }: Envelope, method: string) => `${branch} ${sentBy} ${method}`;

export function createServerTransactions(timers: Timers, locate: (peer: Peer) => Connection | null): ServerTransactions {
  interface Entry {
    readonly transaction: ServerTransaction;
    readonly owner: () => Peer;
    last: SipResponse | null;
    cancel: (() => void) | null;
  }
  const entries = new Map<string, Entry>();

  const owns = (entry: Entry, connection: Connection) => {
    const { username, connection: origin } = entry.owner();
    return origin === connection || (username !== null && connection.proven.has(username));
  };

  /** A branch may have been used again since. */
  function forget(key: string, entry: Entry): void {
    if (entries.get(key) === entry) entries.delete(key);
  }

  return {
    open(connection, request, envelope) {
      const key = keyOf(envelope, request.method);
      const known = entries.get(key);
      if (known) {
        if (known.last && owns(known, connection)) connection.send(encodeMessage(known.last));
        return null;
      }
      let owner: Peer = { username: null, connection };
      let final = 0;
      const transaction: ServerTransaction = {
        request,
        envelope,
        connection,
        get finished() {
          return final !== 0;
        },
        sentBy: (username) => (owner = { username, connection }),
        onCancel: (run) => (entry.cancel = run),
        reply: (status, options) => transaction.respond(respondTo(request, status, options)),
        respond(response) {
          if (final !== 0 && !(final < 300 && response.status >= 200 && response.status < 300)) return;
          if (final === 0 && response.status >= 200) {
            final = response.status;
            entry.cancel = null;
            // Only an INVITE that failed waits for something yet: its ACK (RFC 3261 17.2.1; Timer J is 0 here).
            if (request.method !== 'INVITE' || final < 300) entries.delete(key);
            else timers.after(TRANSACTION_MS, () => forget(key, entry));
          }
          entry.last = response;
          locate(owner)?.send(encodeMessage(response));
        },
      };
      const entry: Entry = { transaction, owner: () => owner, last: null, cancel: null };
      entries.set(key, entry);
      return transaction;
    },

    cancel(connection, request, envelope) {
      const entry = entries.get(keyOf(envelope, 'INVITE'));
      const mine = entry && owns(entry, connection);
      connection.send(encodeMessage(respondTo(request, mine ? 200 : 481)));
      if (mine) entry.cancel?.();
    },

    absorbsAck(envelope) {
      const key = keyOf(envelope, 'INVITE');
      const entry = entries.get(key);
      if (!entry?.transaction.finished) return false;
      forget(key, entry);
      return true;
    },

    lost(connection) {
      for (const entry of entries.values()) {
        if (!entry.cancel || entry.owner().connection !== connection) continue;
        timers.after(RECONNECT_MS, () => {
          if (!locate(entry.owner())) entry.cancel?.();
        });
      }
    },
  };
}
