import type { RouteFailure, RouteTarget } from '../ports';
import { bestStatus } from './best-response';
import type { ClientTransaction, ClientTransactions } from './client-transactions';
import type { Peer } from './connection';
import { dismissAnswer } from './dismiss-answer';
import type { SipRequest, SipResponse } from './message';
import type { Registrar } from './registrar';
import { INVITE_MS, type Timers } from './timers';

export interface ForkParts {
  readonly clients: ClientTransactions;
  readonly registrar: Registrar;
  readonly timers: Timers;
}

export interface Ringing {
  /** The INVITE as every target gets it, but for its request URI. */
  readonly request: SipRequest;
  readonly targets: readonly RouteTarget[];
  readonly ringMs: number;
}

export interface ForkHandlers {
  onProgress(branch: Branch, response: SipResponse): void;
  /** The first 2xx, and its repetitions. */
  onAnswer(branch: Branch, response: SipResponse): void;
  /** At most once, and never after an answer. */
  onFailure(failure: Omit<RouteFailure, 'callId'>): void;
}

/** One target that is being rung. */
export interface Branch {
  readonly target: RouteTarget;
  readonly callee: Peer;
}

/** RFC 3326: tells a phone why it stopped ringing. */
const ELSEWHERE = 'SIP;cause=200;text="Call completed elsewhere"';
const declined = (status: number) => `SIP;cause=${status};text="Decline"`;

/**
 * Rings targets in parallel as a forking proxy does (RFC 3261 16.7).
 *
 *   ringing ──2xx────────────▶ answered   the others: CANCEL, cause=200
 *      │ 6xx                 ▶ over       the others: CANCEL, cause=603
 *      │ all refused, ring time up, cancelled ▶ over
 *
 * Nobody waits for the branches to confirm a CANCEL: one that answers late is hung up.
 */
export function startFork(parts: ForkParts, ringing: Ringing, handlers: ForkHandlers): { cancel(): void } {
  const { clients, registrar, timers } = parts;
  const open = new Map<Branch, ClientTransaction>();
  const statuses: number[] = [];
  let state: 'ringing' | 'answered' | 'over' = 'ringing';
  let winner: Branch | null = null;
  let reason: string | null = null;

  function stop(next: 'answered' | 'over', why: string | null): void {
    state = next;
    reason = why;
    stopRingTime();
    for (const [branch, transaction] of open) if (branch !== winner) transaction.cancel(why);
  }

  function fail(status: number, kind: RouteFailure['reason'], why: string | null = null): void {
    stop('over', why);
    handlers.onFailure({ status, reason: kind });
  }

  const stopRingTime = timers.after(ringing.ringMs, () => fail(408, 'no-answer'));

  function onResponse(branch: Branch, response: SipResponse): void {
    if (response.status < 200) {
      if (state === 'ringing' && response.status > 100) handlers.onProgress(branch, response);
      return;
    }
    if (response.status < 300) {
      if (state === 'ringing') {
        winner = branch;
        stop('answered', ELSEWHERE);
      }
      if (branch === winner) handlers.onAnswer(branch, response);
      else dismissAnswer(clients, response, branch.callee, reason);
      return;
    }
    open.delete(branch);
    if (state !== 'ringing') return;
    statuses.push(response.status);
    if (response.status >= 600) fail(response.status, 'rejected', declined(response.status));
    else if (open.size === 0) failAll();
  }

  function failAll(): void {
    if (state !== 'ringing') return;
    const status = bestStatus(statuses);
    fail(status, status === 408 ? 'no-answer' : statuses.length === 0 ? 'unregistered' : 'rejected');
  }

  for (const target of ringing.targets) {
    if (target.kind === 'trunk') {
      // This edge has no way to the telephone network.
      statuses.push(503);
      continue;
    }
    const bound = registrar.find(target.username);
    if (!bound) continue;
    const callee: Peer = { username: target.username, connection: null };
    const branch: Branch = { target, callee };
    const request = { ...ringing.request, uri: bound.contact };
    const onBranch = (response: SipResponse) => onResponse(branch, response);
    const transaction = clients.send({ request, target: callee, patienceMs: INVITE_MS, onResponse: onBranch });
    if (transaction) open.set(branch, transaction);
  }
  // Not before the caller of this function holds its result.
  if (open.size === 0) queueMicrotask(failAll);

  return {
    cancel() {
      if (state === 'ringing') stop('over', null);
    },
  };
}
