import type { Logger } from '@/utils/contract/logger';
import type { CallEvent, EdgeHandlers, Identity, RouteFailure, RouteRequest, RoutingDecision } from '../ports';
import { tagOf, withTagOf } from './address';
import { decide } from './decision';
import { startFork, type Branch, type ForkParts } from './fork';
import { forwarded, recordRoute, withoutIdentity } from './forwarding';
import type { KnownCall, KnownCalls, Side } from './known-calls';
import { headerOf, withHeader, type SipResponse } from './message';
import { routeRequestOf } from './route-request';
import type { ServerTransaction } from './server-transactions';
import { shownFrom, withAssertedIdentity, withReferrer } from './shown-identity';

export interface CallParts extends ForkParts {
  readonly domain: string;
  readonly handlers: Pick<EdgeHandlers, 'route' | 'routeFailed' | 'onCallEvent'>;
  readonly calls: KnownCalls;
  readonly log: Logger;
}

/** A routing plan that forwards more often than this goes in circles. */
const MAX_ROUNDS = 30;

/** From without its tag. */
const bare = (from: string) => from.replace(/;\s*tag\s*=\s*[^;\s]+/i, '');

/** Serves an initial INVITE of a proven device. */
export function startCall(parts: CallParts, transaction: ServerTransaction, username: string): void {
  const question = routeRequestOf(transaction.request, transaction.envelope.callId, username);
  if (question) runCall(parts, transaction, username, question);
  else transaction.reply(404);
}

/**
 * Serves an initial INVITE of a proven device.
 *
 *   deciding ──route──▶ ringing ──2xx──▶ answered ──BYE──▶ ended
 *    │    ▲                │ │                              ▲
 *    │    └──all failed────┘ └──CANCEL─────────────────────▶│
 *    └──reply, CANCEL──────────────────────────────────────▶┘
 */
function runCall(parts: CallParts, transaction: ServerTransaction, username: string, question: RouteRequest): void {
  const { domain, handlers, calls, timers, log } = parts;
  const { request, envelope } = transaction;
  const { callId } = envelope;
  const from = headerOf(request, 'From') ?? '';
  let state: 'deciding' | 'ringing' | 'answered' | 'ended' = 'deciding';
  let rounds = 0;
  let cancelRound: () => void = () => undefined;

  const known: KnownCall = {
    callId,
    callerTag: envelope.fromTag,
    caller: { username, connection: transaction.connection },
    callerFrom: bare(from),
    legs: new Map(),
    get over() {
      return state === 'ended';
    },
    hungUp(by) {
      if (state === 'answered') end(200, by);
    },
  };

  const emit = (event: CallEvent) => handlers.onCallEvent(event);

  function end(status: number, by: Side | 'server'): void {
    state = 'ended';
    calls.retire(known);
    emit({ kind: 'ended', callId, status, by, at: timers.now() });
    log.info('call ended', { callId, status, by });
  }

  function refuse(status: number, reason: string, by: Side | 'server'): void {
    cancelRound();
    transaction.reply(status, { reason });
    end(status, by);
  }

  /** Passes a response on as the caller must see it: with the From it sent. */
  function passOn(branch: Branch, { shown, connected }: { shown: string; connected: Identity | undefined }, response: SipResponse): void {
    const calleeTag = tagOf(headerOf(response, 'To') ?? '');
    if (calleeTag !== undefined) known.legs.set(calleeTag, { callee: branch.callee, shownFrom: shown });
    transaction.respond(withAssertedIdentity(withHeader(withoutIdentity(response), 'From', from), connected, domain));
  }

  function ring(decision: Extract<RoutingDecision, { act: 'route' }>): void {
    state = 'ringing';
    const { identity, referredBy, connected, targets, ringMs } = decision;
    const shown = shownFrom(identity, domain);
    const renamed = withHeader(forwarded(request), 'From', withTagOf(shown, from));
    const asserted = withAssertedIdentity(renamed, identity, domain);
    const rung = new Set<Branch>();
    const outgoing = recordRoute(withReferrer(asserted, referredBy, domain), domain, envelope.fromTag);
    const fork = startFork(parts, { request: outgoing, targets, ringMs }, {
      onProgress(branch, response) {
        passOn(branch, { shown, connected }, response);
        if (response.status < 180 || response.status > 189 || rung.has(branch)) return;
        rung.add(branch);
        emit({ kind: 'ringing', callId, target: branch.target, at: timers.now() });
      },
      onAnswer(branch, response) {
        passOn(branch, { shown, connected }, response);
        if (state !== 'ringing') return;
        state = 'answered';
        emit({ kind: 'answered', callId, target: branch.target, at: timers.now() });
        log.info('call answered', { callId });
      },
      onFailure: (failure) => void next({ callId, ...failure }),
    });
    cancelRound = () => fork.cancel();
  }

  async function next(failure: RouteFailure | null): Promise<void> {
    state = 'deciding';
    rounds += 1;
    if (rounds > MAX_ROUNDS) return refuse(500, 'Too Many Forwards', 'server');
    const decision = await decide(() => (failure ? handlers.routeFailed(failure) : handlers.route(question)), parts);
    // The caller may have hung up meanwhile; control flow analysis does not see it.
    if (known.over) return;
    if (decision.act === 'route') return ring(decision);
    const final = decision.status >= 300 && decision.status <= 699;
    const by = failure?.reason === 'rejected' && decision.failed === undefined ? 'callee' : 'server';
    refuse(final ? decision.status : 500, final ? decision.reason : 'Server Internal Error', by);
  }

  if (!calls.begin(known)) return transaction.reply(482);
  transaction.onCancel(() => refuse(487, 'Request Terminated', 'caller'));
  log.info('call begins', { callId, device: username });
  void next(null);
}
