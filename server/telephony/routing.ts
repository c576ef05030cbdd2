import {
  routeCall,
  wantedFrom,
  type Caller,
  type CallRoute,
  type Reached,
  type RoutingUser,
  type ServiceName,
  type ServiceNumbers,
  type Wanted,
} from '@/utils/domain/routing/call-route';
import { stepOfFailure, stepsOf, type CallStep } from '@/utils/domain/routing/call-step';
import { normaliseDialled } from '@/utils/domain/phone-number/dialling';
import type { EdgeHandlers, Identity, RouteRequest, RouteTarget, RoutingDecision } from './ports';

/** Long enough for a person to reach a phone, shorter than a trunk's own limit (usually 60 s or more). */
const RING_MS = 45_000;

/** Who has which number and device; the accounts repository. Numbers are E.164 with plus. */
export interface RoutingDirectory {
  userOfDevice(username: string): Promise<RoutingUser | null>;
  userByExtension(companyId: string, extension: string): Promise<RoutingUser | null>;
  userByNumber(e164: string): Promise<RoutingUser | null>;
  /** User names of the user's devices that are not cut off. */
  devicesOf(userId: string): Promise<string[]>;
}

/** The parties of calls in progress, for transfers; see call-log.ts. */
export interface LiveCalls {
  partiesOf(callId: string): readonly RouteTarget[];
  /** Whether the two devices are in a call with each other. */
  areTogether(username: string, other: string): boolean;
  started(call: StartedCall): Promise<void>;
  /** A device makes a call of which there is no record of its own: it takes another's place. */
  joined(callId: string, username: string): void;
  /** One more reason in the records of a call. */
  noted(callId: string, step: CallStep): void;
}

export interface StartedCall {
  readonly callId: string;
  readonly source: RouteRequest['source'];
  readonly caller: Caller;
  readonly dialled: string;
  readonly callee: RoutingUser | null;
  readonly steps: readonly CallStep[];
}

/** An INVITE that this server sends for a user who ordered a call. */
export type OrderedLeg =
  /** To the user's own phone, which is shown whom the call is for. */
  | { readonly to: 'phone'; readonly target: RouteTarget; readonly identity: Identity }
  /** To the number, as if the user had dialled it. */
  | { readonly to: 'number'; readonly user: RoutingUser }
  /** Somebody outside, sent by a user from this device to what that user could dial. */
  | { readonly to: 'transferred'; readonly party: Identity; readonly referrer: RoutingUser; readonly device: string };

export interface RoutingOptions {
  /** Null: not one of them. */
  readonly orderedLeg?: (request: Pick<RouteRequest, 'callId' | 'source'>) => OrderedLeg | null;
  /** Device user name of what stands in for the trunk where somebody takes another's place; absent: nothing does. */
  readonly bridge?: string;
  readonly directory: RoutingDirectory;
  readonly calls: LiveCalls;
  readonly services: ServiceNumbers;
  /** Device user names of the service agents; null while a service is not running. */
  readonly serviceDevice: (service: ServiceName) => Promise<string | null>;
  readonly trunk: boolean;
  /** Region whose dialling rules the trunk's numbers follow. */
  readonly region: string;
}

interface Rung {
  readonly identity: Identity | null;
  readonly sender: string | null;
  readonly referredBy: Identity | null;
}

const reply = (status: number, reason: string): RoutingDecision => ({ act: 'reply', status, reason });
const device = (username: string): RouteTarget => ({ kind: 'device', username });

/** Answers either edge: what to do with an INVITE, and what next when that failed. */
export function createRouting(options: RoutingOptions): Pick<EdgeHandlers, 'route' | 'routeFailed'> {
  const { directory, calls } = options;

  /** What a trunk calls somebody; '' when that is no number. */
  function shownNumber(user: string): string {
    const shown = normaliseDialled(user, options.region);
    return shown.kind === 'number' ? shown.e164 : shown.kind === 'short' ? shown.digits : '';
  }

  async function callerOf(request: RouteRequest): Promise<Caller | null> {
    if (request.source.kind === 'device') {
      const user = await directory.userOfDevice(request.source.username);
      return user && { kind: 'user', user };
    }
    return { kind: 'outside', number: shownNumber(request.assertedByTrunk ?? request.claimed.user), name: request.claimed.displayName };
  }

  async function reach(wanted: Wanted, caller: Caller): Promise<Reached> {
    switch (wanted.kind) {
      case 'service':
        return wanted;
      case 'emergency':
        return { kind: 'outside', number: wanted.digits };
      case 'short': {
        const user = caller.kind === 'user' ? await directory.userByExtension(caller.user.companyId, wanted.digits) : null;
        return user ? { kind: 'user', user } : { kind: 'outside', number: wanted.digits };
      }
      case 'number': {
        const user = await directory.userByNumber(wanted.e164);
        return user ? { kind: 'user', user } : { kind: 'outside', number: wanted.e164 };
      }
      case 'nothing':
        return { kind: 'nobody' };
    }
  }

  /** Who sent the caller here: only a device that is in a call with the caller can have. */
  async function referrerOf({ source, referredBy }: RouteRequest): Promise<Identity | null> {
    if (referredBy === null || source.kind !== 'device' || !calls.areTogether(source.username, referredBy)) return null;
    const user = await directory.userOfDevice(referredBy);
    return user && { number: user.fixedNumber, name: user.name };
  }

  /** The place of a colleague who has sent the caller, in a call with somebody outside: the bridge answers for a trunk. */
  function bridgeFor(request: RouteRequest, parties: readonly RouteTarget[]): RouteTarget | null {
    const { source, referredBy } = request;
    const sent = source.kind === 'device' && referredBy !== null && calls.areTogether(source.username, referredBy);
    const theirs = parties.some((party) => party.kind === 'device' && party.username === referredBy);
    return sent && theirs && options.bridge && parties.some(({ kind }) => kind === 'trunk') ? device(options.bridge) : null;
  }

  /** Attended transfer: only to a device that really is a party of the call that is to be replaced. */
  async function routeReplaces(request: RouteRequest, callId: string, caller: Caller, referrer: Identity | null): Promise<RoutingDecision> {
    const parties = calls.partiesOf(callId);
    const target = parties.find((party) => party.kind === 'device' && party.username === request.dialled) ?? bridgeFor(request, parties);
    if (!target) return reply(481, 'Call/Transaction Does Not Exist');
    if (request.source.kind === 'device') calls.joined(request.callId, request.source.username);
    if (referrer) calls.noted(callId, { code: 'transferred-by', ...referrer });
    const identity = caller.kind === 'user' ? { number: caller.user.fixedNumber, name: caller.user.name } : { number: caller.number || 'anonymous', name: caller.name };
    // The caller knows no more than a device's name.
    const user = await directory.userOfDevice(request.dialled);
    const connected = user && { number: user.fixedNumber, name: user.name };
    return { act: 'route', targets: [target], ringMs: RING_MS, identity, ...(referrer && { referredBy: referrer }), ...(connected && { connected }) };
  }

  function unreachable(callId: string): RoutingDecision {
    calls.noted(callId, { code: 'no-device-registered' });
    return reply(480, 'Temporarily Unavailable');
  }

  /** Goes where the referrer could call, and shows who is transferred; outside, where that would be no number of ours, the referrer. */
  async function routeTransferred(request: RouteRequest, { party, referrer, device: sender }: Extract<OrderedLeg, { to: 'transferred' }>): Promise<RoutingDecision> {
    const referredBy = { number: referrer.fixedNumber, name: referrer.name };
    const outside: Caller = { kind: 'outside', number: party.number === 'anonymous' ? '' : party.number, name: party.name };
    const { callId, source, dialled } = request;
    if (request.replacesCallId !== null) {
      const target = calls.partiesOf(request.replacesCallId).find((one) => one.kind === 'device' && one.username === dialled);
      if (target?.kind !== 'device') return reply(481, 'Call/Transaction Does Not Exist');
      const callee = await directory.userOfDevice(target.username);
      await calls.started({ callId, source, caller: outside, dialled, callee, steps: [{ code: 'transferred-by', ...referredBy }] });
      return { act: 'route', targets: [target], ringMs: RING_MS, identity: party, referredBy };
    }
    const caller: Caller = { kind: 'user', user: referrer };
    const wanted = wantedFrom(dialled, referrer.region, options.services);
    const path = routeCall(caller, await reach(wanted, caller), options.trunk);
    const steps = stepsOf({ wanted, path, divertedFrom: null, transferredBy: referredBy });
    const callee = path.to === 'user' ? path.user : null;
    await calls.started({ callId, source, caller: callee ? outside : caller, dialled: path.to === 'trunk' ? path.number : dialled, callee, steps });
    return ring(request, path, { identity: callee ? party : null, sender, referredBy });
  }

  async function route(request: RouteRequest): Promise<RoutingDecision> {
    const ordered = options.orderedLeg?.(request) ?? null;
    // Of this leg there is no record: the one of the number tells of the call.
    if (ordered?.to === 'phone') return { act: 'route', targets: [ordered.target], ringMs: RING_MS, identity: ordered.identity };
    if (ordered?.to === 'transferred') return routeTransferred(request, ordered);
    const caller: Caller | null = ordered ? { kind: 'user', user: ordered.user } : await callerOf(request);
    if (!caller) return reply(403, 'Forbidden');
    const referrer = await referrerOf(request);
    if (request.replacesCallId !== null) return routeReplaces(request, request.replacesCallId, caller, referrer);
    const wanted = wantedFrom(request.dialled, caller.kind === 'user' ? caller.user.region : options.region, options.services);
    const path = routeCall(caller, await reach(wanted, caller), options.trunk);
    const divertedFrom = request.divertedFrom ? shownNumber(request.divertedFrom) || null : null;
    await calls.started({
      callId: request.callId,
      source: request.source,
      caller,
      dialled: path.to === 'trunk' ? path.number : request.dialled,
      callee: path.to === 'user' ? path.user : null,
      steps: stepsOf({ wanted, path, divertedFrom, transferredBy: referrer }),
    });
    const sender = request.source.kind === 'device' ? request.source.username : null;
    return ring(request, path, { identity: null, sender, referredBy: referrer });
  }

  /** `sender` does not ring; `identity`: another than the path's. */
  async function ring(request: RouteRequest, path: CallRoute, { identity, sender, referredBy }: Rung): Promise<RoutingDecision> {
    switch (path.to) {
      case 'reject':
        return reply(path.status, path.reason);
      case 'trunk':
        return { act: 'route', targets: [{ kind: 'trunk', number: path.number }], ringMs: RING_MS, identity: path.from };
      case 'service': {
        const username = await options.serviceDevice(path.service);
        if (username === null) return unreachable(request.callId);
        return { act: 'route', targets: [device(username)], ringMs: RING_MS, identity: path.from };
      }
      case 'user': {
        const targets = (await directory.devicesOf(path.user.id)).filter((username) => username !== sender).map(device);
        if (targets.length === 0) return unreachable(request.callId);
        calls.noted(request.callId, { code: 'rang-devices', count: targets.length });
        return { act: 'route', targets, ringMs: RING_MS, identity: identity ?? path.from, ...(referredBy && { referredBy }) };
      }
    }
  }

  return {
    route,
    async routeFailed(failure) {
      calls.noted(failure.callId, stepOfFailure(failure, RING_MS));
      if (failure.reason === 'no-answer') return reply(408, 'Request Timeout');
      if (failure.reason === 'unregistered') return reply(480, 'Temporarily Unavailable');
      return reply(failure.status, 'Call Failed');
    },
  };
}
