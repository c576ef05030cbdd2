import { randomBytes } from 'node:crypto';
import type { Connection, Peer } from './connection';
import type { Envelope } from './envelope';
import {
  encodeMessage,
  headerOf,
  headersOf,
  withFirstHeader,
  withHeader,
  withoutFirstHeader,
  withoutHeaders,
  type SipRequest,
  type SipResponse,
} from './message';
import { respondTo } from './response';
import { RECONNECT_MS, TRANSACTION_MS, type Timers } from './timers';

export interface ClientRequest {
  readonly request: SipRequest;
  readonly target: Peer;
  /** Longest wait for a final response once a provisional one came; 32 s until then. ms. */
  readonly patienceMs: number;
  /** Provisional and final responses without the edge's Via; a 408 of the edge's own when none came in time. */
  onResponse(response: SipResponse): void;
}

export interface ClientTransaction {
  /** Ends an unanswered INVITE (RFC 3261 9.1), at the earliest after its first provisional response. */
  cancel(reason: string | null): void;
}

/** Requests the edge sent on (RFC 3261 17.1), on a transport that loses nothing. */
export interface ClientTransactions {
  /** Null: the target has no connection now. */
  send(sending: ClientRequest): ClientTransaction | null;
  /** Sends a request that expects no response: an ACK for a 2xx. */
  sendAck(request: SipRequest, target: Peer): void;
  receive(connection: Connection, response: SipResponse, envelope: Envelope): void;
  /** A device came back on another connection: what it may have missed on the old one goes there again. */
  resume(username: string): void;
  /** A phone that is rung and does not come back in time is gone. */
  lost(connection: Connection): void;
}

export function createClientTransactions(
  domain: string,
  timers: Timers,
  locate: (peer: Peer) => Connection | null,
): ClientTransactions {
  interface Entry {
    readonly sending: ClientRequest;
    readonly sent: SipRequest;
    connection: Connection;
    state: 'calling' | 'proceeding' | 'accepted';
    /** Set when a CANCEL waits for, or went after, the first provisional response. */
    cancelled: { readonly reason: string | null } | null;
    stopTimer: () => void;
  }
  const entries = new Map<string, Entry>();

  const via = (branch: string) => `SIP/2.0/WS ${domain};branch=${branch}`;
  const newBranch = () => `z9hG4bK${randomBytes(12).toString('hex')}`;

  /** ACK for a failure and CANCEL share branch, addresses and number with their INVITE (RFC 3261 9.1, 17.1.1.3). */
  function companion(sent: SipRequest, method: 'ACK' | 'CANCEL', extra: readonly [string, string][]): SipRequest {
    const kept = ['From', 'To', 'Call-ID', 'Route'].flatMap((name) =>
      headersOf(sent, name).map((value) => ({ name, value })),
    );
    const number = (headerOf(sent, 'CSeq') ?? '').split(/\s/)[0] ?? '0';
    const top = { name: 'Via', value: headerOf(sent, 'Via') ?? '' };
    const fields = [top, { name: 'Max-Forwards', value: '70' }, ...kept, { name: 'CSeq', value: `${number} ${method}` }];
    const more = extra.map(([name, value]) => ({ name, value }));
    return { kind: 'request', method, uri: sent.uri, headers: [...fields, ...more], body: '' };
  }

  function reach(entry: Entry): Connection | null {
    return locate({ username: entry.sending.target.username, connection: entry.connection });
  }

  function sendCancel(entry: Entry): void {
    const reason = entry.cancelled?.reason ?? null;
    reach(entry)?.send(encodeMessage(companion(entry.sent, 'CANCEL', reason === null ? [] : [['Reason', reason]])));
  }

  function finish(branch: string, entry: Entry): void {
    entry.stopTimer();
    entries.delete(branch);
  }

  function wait(branch: string, entry: Entry, ms: number): void {
    entry.stopTimer();
    entry.stopTimer = timers.after(ms, () => {
      finish(branch, entry);
      if (entry.state !== 'accepted') entry.sending.onResponse(respondTo(entry.sending.request, 408));
    });
  }

  return {
    send(sending) {
      const connection = locate(sending.target);
      if (!connection) return null;
      const branch = newBranch();
      const sent = withFirstHeader(sending.request, 'Via', via(branch));
      const entry: Entry = { sending, sent, connection, state: 'calling', cancelled: null, stopTimer: () => undefined };
      entries.set(branch, entry);
      wait(branch, entry, TRANSACTION_MS);
      connection.send(encodeMessage(sent));
      return {
        cancel(reason) {
          if (entry.cancelled || entry.state === 'accepted' || !entries.has(branch)) return;
          entry.cancelled = { reason };
          wait(branch, entry, TRANSACTION_MS);
          if (entry.state === 'proceeding') sendCancel(entry);
        },
      };
    },

    sendAck(request, target) {
      locate(target)?.send(encodeMessage(withFirstHeader(request, 'Via', via(newBranch()))));
    },

    receive(connection, response, envelope) {
      const entry = entries.get(envelope.branch);
      if (!entry || envelope.sequenceMethod !== entry.sent.method) return;
      const { username } = entry.sending.target;
      // A branch is secret, yet only the device it was sent to may speak for it.
      if (connection !== entry.connection && !(username !== null && connection.proven.has(username))) return;
      const upstream = withoutHeaders(withoutFirstHeader(response, 'Via'), 'Content-Length');
      if (response.status < 200) {
        if (entry.state === 'accepted') return;
        const first = entry.state === 'calling';
        entry.state = 'proceeding';
        if (first && entry.cancelled) sendCancel(entry);
        if (first && !entry.cancelled) wait(envelope.branch, entry, entry.sending.patienceMs);
      } else if (response.status < 300 && entry.sent.method === 'INVITE') {
        // Stays for repetitions of the 2xx until its ACK came through (RFC 6026 7.2).
        if (entry.state !== 'accepted') {
          entry.state = 'accepted';
          wait(envelope.branch, entry, TRANSACTION_MS);
        }
      } else {
        if (entry.state === 'accepted') return;
        if (entry.sent.method === 'INVITE') {
          const ack = companion(entry.sent, 'ACK', []);
          connection.send(encodeMessage(withHeader(ack, 'To', headerOf(response, 'To') ?? '')));
        }
        finish(envelope.branch, entry);
      }
      entry.sending.onResponse(upstream);
    },

    resume(username) {
      for (const entry of entries.values()) {
        const { target } = entry.sending;
        const connection = target.username === username ? reach(entry) : null;
        if (!connection || connection === entry.connection || entry.state === 'accepted') continue;
        entry.connection = connection;
        if (!entry.cancelled) connection.send(encodeMessage(entry.sent));
        else if (entry.state === 'proceeding') sendCancel(entry);
      }
    },

    lost(connection) {
      for (const [branch, entry] of entries) {
        if (entry.connection !== connection || entry.state === 'accepted') continue;
        timers.after(RECONNECT_MS, () => {
          if (entries.get(branch) !== entry || entry.state === 'accepted' || reach(entry)) return;
          finish(branch, entry);
          entry.sending.onResponse(respondTo(entry.sending.request, 480));
        });
      }
    },
  };
}
