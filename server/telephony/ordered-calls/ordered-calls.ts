import { randomUUID } from 'node:crypto';
import type { Clock } from '@/utils/contract/clock';
import type { Logger } from '@/utils/contract/logger';
import type { CallVia, OrderedCall } from '@/utils/contract/ordered-call';
import { nextOrderedCallState, type OrderedCallEvent } from '@/utils/domain/call/ordered-call';
import type { RoutingUser } from '@/utils/domain/routing/call-route';
import type { CallSource, RouteTarget } from '../ports';
import type { OrderedLeg } from '../routing';
import { joinSound } from '../services/behaviours';
import type { ServiceAgent } from '../services/service-agent';
import { NotAnswered } from '../services/service-call';

/** Calls of one user that are being set up or go on, at the same time. */
const MOST_AT_ONCE = 3;

export interface OrderedCallsOptions {
  /** The phone without a person that makes both calls; null while it is not there. */
  readonly operator: () => Pick<ServiceAgent, 'open'> | null;
  /** Device user name of the operator. */
  readonly device: string;
  /** Told of each state, in order. */
  readonly tell: (userId: string, call: OrderedCall) => Promise<void>;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Logger;
}

export interface OrderedCalls {
  /** Begins to call; null: no operator, or too many at once. `phone` must be the user's own. */
  order(user: RoutingUser, call: { readonly target: string; readonly via: CallVia; readonly phone: RouteTarget }): OrderedCall | 'unavailable' | 'too-many';
  /** False: the user has no such call. */
  cancel(userId: string, id: string): boolean;
  /** For the routing: what a leg of the operator is for. */
  legOf(request: { readonly callId: string; readonly source: CallSource }): OrderedLeg | null;
  /** Ends them all, and resolves when everything is told. */
  close(): Promise<void>;
}

interface Underway {
  readonly userId: string;
  call: OrderedCall;
  readonly stop: AbortController;
  told: Promise<void>;
  done: Promise<void>;
}

/** Sets calls up for users: their phone first, then the number, with the operator in between (docs/protocol.md says why). */
export function createOrderedCalls(options: OrderedCallsOptions): OrderedCalls {
  const { log, clock } = options;
  const underway = new Map<string, Underway>();
  const legs = new Map<string, OrderedLeg>();

  function happened(entry: Underway, event: OrderedCallEvent, status: number | null = null): void {
    const state = nextOrderedCallState(entry.call.state, event);
    if (state === null) return;
    const end = event === 'phone-answered' || event === 'number-answered' ? null : event;
    entry.call = { ...entry.call, state, end, status };
    tell(entry);
    if (state !== 'ended') return;
    underway.delete(entry.call.id);
    entry.stop.abort();
  }

  function tell(entry: Underway): void {
    const { userId, call } = entry;
    entry.told = entry.told
      .then(() => options.tell(userId, call))
      .catch((error: unknown) => log.error('ordered call not told', { error: String(error) }));
  }

  async function leg(operator: Pick<ServiceAgent, 'open'>, entry: Underway, target: string, what: OrderedLeg) {
    let known = '';
    const remember = (callId: string) => {
      known = callId;
      legs.set(callId, what);
    };
    return operator.open(target, remember, entry.stop.signal).finally(() => legs.delete(known));
  }

  async function run(operator: Pick<ServiceAgent, 'open'>, entry: Underway, user: RoutingUser, phone: RouteTarget): Promise<void> {
    const { target } = entry.call;
    const failed = (event: OrderedCallEvent) => (error: unknown) => {
      happened(entry, event, error instanceof NotAnswered ? error.status : null);
      return null;
    };
    // A phone on the desk shows whom it is for; the telephone network takes numbers of ours only.
    const identity = phone.kind === 'device' ? { number: target, name: '' } : { number: user.fixedNumber, name: user.name };
    const near = await leg(operator, entry, phone.kind === 'device' ? phone.username : phone.number, { to: 'phone', target: phone, identity }).catch(failed('phone-failed'));
    if (near === null) return;
    near.ended.addEventListener('abort', () => happened(entry, 'hung-up'), { once: true });
    happened(entry, 'phone-answered');
    const far = await leg(operator, entry, target, { to: 'number', user }).catch(failed('number-failed'));
    if (far === null) return;
    happened(entry, 'number-answered');
    await joinSound(near, far);
    happened(entry, 'hung-up');
  }

  return {
    order(user, { target, via, phone }) {
      const operator = options.operator();
      if (operator === null) return 'unavailable';
      if ([...underway.values()].filter(({ userId }) => userId === user.id).length >= MOST_AT_ONCE) return 'too-many';
      const startedAt = new Date(clock.now()).toISOString();
      const call: OrderedCall = { id: randomUUID(), target, via, state: 'calling-phone', end: null, status: null, startedAt };
      const entry: Underway = { userId: user.id, call, stop: new AbortController(), told: Promise.resolve(), done: Promise.resolve() };
      underway.set(call.id, entry);
      tell(entry);
      entry.done = run(operator, entry, user, phone).catch((error: unknown) => {
        log.error('ordered call failed', { error: String(error) });
        happened(entry, 'hung-up');
      });
      return call;
    },
    cancel(userId, id) {
      const entry = underway.get(id);
      if (entry?.userId !== userId) return false;
      happened(entry, 'cancelled');
      return true;
    },
    legOf({ callId, source }) {
      return source.kind === 'device' && source.username === options.device ? (legs.get(callId) ?? null) : null;
    },
    async close() {
      const all = [...underway.values()];
      for (const entry of all) happened(entry, 'cancelled');
      await Promise.all(all.map(({ told }) => told));
    },
  };
}
