import type { Clock } from '@/utils/contract/clock';
import type { Logger } from '@/utils/contract/logger';
import type { RoutingUser } from '@/utils/domain/routing/call-route';
import type { CallEvent, HandOverHandlers, HandOvers, RouteRequest, RouteTarget } from '../ports';
import type { OrderedLeg } from '../routing';
import { NotAnswered } from '../services/service-call';
import type { Bridge, IncomingAnswer, IncomingCall } from './bridge-agent';
import { ReofferRefused, type Leg } from './leg';
import type { OutsideCall } from './outside-call';
import { readReferTo, type ReferTarget, type ReplacedDialog } from './refer-target';
import { offerOf } from './relay-description';
import { holderReferrer, phoneReferrer, type PhoneCall, type PhoneDeps, type Referrer } from './referrer';
import { StandingCalls } from './standing-calls';

/** Of one user, at the same time: nobody hands on more calls than a phone holds. */
const MOST_AT_ONCE = 6;
/** What the edge said before it heard of the end is here by then. */
const LATE_MS = 10_000;
/** Each is two calls of the edge and two media sessions. */
const MOST_STANDING = 500;

export interface TransfersOptions extends Pick<PhoneDeps, 'relayPlace' | 'outsideParty' | 'left' | 'domain'> {
  readonly handOvers: HandOvers;
  /** Null while it is not there. */
  readonly bridge: () => Bridge | null;
  /** Its device user name. */
  readonly device: string;
  readonly partiesOf: (callId: string) => readonly RouteTarget[];
  readonly userOf: (deviceUsername: string) => Promise<RoutingUser | null>;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Hands on the other side of a call where that is behind the trunk, which does not do so itself. */
export interface Transfers extends HandOverHandlers {
  /** For the routing: what a leg of the bridge is for. */
  legOf(request: Pick<RouteRequest, 'callId' | 'source'>): OrderedLeg | null;
  handle(event: CallEvent): void;
  /** The bridge is registered. */
  bridgeReady(bridge: Bridge): void;
  /** Gives up what is not answered yet; calls that stand go on. */
  close(): void;
}

interface Referral {
  readonly referrer: Referrer;
  readonly user: RoutingUser;
  readonly stop: AbortController;
  /** Its phone has hung up: without an answer the call is over. */
  left: boolean;
}

export function createTransfers(options: TransfersOptions): Transfers {
  const { handOvers, device: own, clock, log } = options;
  const legs = new Map<string, OrderedLeg>();
  const referrals = new Map<string, Referral>();
  const leftLate = new Map<string, Referrer>();
  const standing = new StandingCalls({ handOvers, clock, log, attend: (call, inner) => attend(call, inner) });
  const phone = (bridge: Bridge, call: PhoneCall) => phoneReferrer(call, { ...options, bridge });

  /** What the new holder may do: hand the call on again. */
  function attend(call: OutsideCall, inner: Leg): void {
    inner.listener.referred = async (referTo) => {
      const holder = deviceIn(inner.callId, own);
      return holder === null ? 603 : begin(holderReferrer(call, inner, holder, clock), referTo, call);
    };
  }

  /** The device of a call that is not `but`. */
  function deviceIn(callId: string, but: string): string | null {
    const party = options.partiesOf(callId).find((one) => one.kind === 'device' && one.username !== but);
    return party?.kind === 'device' ? party.username : null;
  }

  async function begin(referrer: Referrer, referTo: string, standingCall: OutsideCall | null): Promise<number> {
    const target = readReferTo(referTo);
    if (target === null) return 400;
    const [bridge, user] = [options.bridge(), await options.userOf(referrer.device)];
    if (user === null) return 403;
    if (referrals.has(referrer.callId)) return 491;
    const underway = [...referrals.values()].filter((one) => one.user.id === user.id).length;
    if (!bridge?.registered || underway >= MOST_AT_ONCE || standing.count >= MOST_STANDING) return 503;
    if (target.replaces && !isPartyOf(referrer.device, target.replaces)) return 403;
    const referral: Referral = { referrer, user, stop: new AbortController(), left: false };
    referrals.set(referrer.callId, referral);
    if (standingCall) standingCall.whileReferring = { gone: () => void (referral.left = true), resumed: () => referral.stop.abort() };
    const over = () => {
      referrals.delete(referrer.callId);
      if (standingCall) standingCall.whileReferring = null;
    };
    // After the answer to the REFER.
    queueMicrotask(() => void carryOut(bridge, referral, target).catch((error: unknown) => log.error('transfer failed', { error: String(error) })).finally(over));
    return 202;
  }

  const isPartyOf = (device: string, { callId }: ReplacedDialog) =>
    options.partiesOf(callId).some((party) => party.kind === 'device' && party.username === device);

  async function carryOut(bridge: Bridge, referral: Referral, target: ReferTarget): Promise<void> {
    const { referrer } = referral;
    referrer.tell(100, false);
    try {
      const second = target.replaces && secondOf(bridge, referrer.device, target.replaces);
      if (second) await join(referrer, second);
      else await callTarget(bridge, referral, target);
      referrer.done();
    } catch (error) {
      const status = error instanceof NotAnswered || error instanceof ReofferRefused ? error.status : 500;
      log.info('a call was not handed on', { status });
      if (referral.left) return void (await referrer.take())?.end();
      referrer.keeps();
      referrer.tell(status, true);
      // It may have hung up before the edge knew that it keeps its call.
      leftLate.set(referrer.callId, referrer);
      clock.after(LATE_MS, () => leftLate.delete(referrer.callId));
    }
  }

  async function callTarget(bridge: Bridge, { referrer, user, stop }: Referral, target: ReferTarget): Promise<void> {
    const [place, party] = await Promise.all([referrer.place(), referrer.party()]);
    if (!place || !party) throw new NotAnswered(481);
    let callId = '';
    const begun = (id: string) => {
      callId = id;
      legs.set(id, { to: 'transferred', party, referrer: user, device: referrer.device });
    };
    const progress = (status: number) => referrer.tell(status, false);
    const { leg, answer } = await bridge.call({ target, offer: offerOf(place), begun, progress, signal: stop.signal }).finally(() => legs.delete(callId));
    const call = await referrer.take();
    if (!call) {
      leg.hangUp();
      throw new NotAnswered(481);
    }
    try {
      await call.continueWith(leg, answer);
    } catch (error) {
      leg.hangUp();
      // The phone is out of it already; one that got the call from the bridge has it still.
      if (!call.inner) {
        call.end();
        referrer.hangUp();
      }
      throw error;
    }
    standing.stands(call);
  }

  /** The other call of the device, where that leads to the trunk as well. */
  function secondOf(bridge: Bridge, device: string, replaced: ReplacedDialog): Referrer | null {
    const { callId } = replaced;
    const call = standing.withInner(callId);
    // As the other side knows the dialog: its own tag is the to-tag (RFC 3891 section 3).
    if (call?.inner?.state.localTag === replaced.toTag && call.inner.state.remoteTag === replaced.fromTag) return holderReferrer(call, call.inner, device, clock);
    const outside = options.partiesOf(callId).some(({ kind }) => kind === 'trunk');
    return outside ? phone(bridge, { device, callId, tags: [replaced.fromTag, replaced.toTag], media: null }) : null;
  }

  async function join(referrer: Referrer, second: Referrer): Promise<void> {
    const other = await second.take();
    if (!other) throw new NotAnswered(481);
    const call = await referrer.take();
    try {
      if (!call) throw new NotAnswered(481);
      await call.joinWith(other);
    } catch (error) {
      for (const [one, its] of [[call, referrer], [other, second]] as const) {
        if (!one || one.inner) continue;
        one.end();
        its.hangUp();
      }
      throw error;
    }
    second.hangUp();
    standing.stands(call);
    standing.stands(other);
  }

  /** Somebody in the company goes on with the outside party of a colleague, whose place they take. */
  async function stepIn(bridge: Bridge, { replaces, offer }: IncomingCall): Promise<IncomingAnswer> {
    const device = deviceIn(replaces.callId, own);
    const second = device === null ? null : secondOf(bridge, device, replaces);
    const call = await second?.take();
    if (!second || !call) throw new NotAnswered(481);
    try {
      const answer = await call.answerTo(offer);
      return {
        answer,
        stands(leg) {
          second.hangUp();
          call.link(leg);
          standing.stands(call);
        },
      };
    } catch (error) {
      if (!call.inner) {
        call.end();
        second.hangUp();
      }
      throw error;
    }
  }

  return {
    async refer({ referTo, ...call }) {
      const bridge = options.bridge();
      return bridge ? begin(phone(bridge, call), referTo, null) : 503;
    },
    left(callId) {
      const referral = referrals.get(callId);
      if (referral) referral.left = true;
      else void leftLate.get(callId)?.take().then((call) => call?.end(), (error: unknown) => log.error('a call was not ended', { error: String(error) }));
    },
    resumed: (callId) => referrals.get(callId)?.stop.abort(),
    kept: (callId, state) => standing.keptAtEdge(callId, state),
    legOf: ({ callId, source }) => (source.kind === 'device' && source.username === own ? (legs.get(callId) ?? null) : null),
    handle(event) {
      if (event.kind !== 'ended') return;
      referrals.get(event.callId)?.stop.abort();
      standing.ended(event);
    },
    bridgeReady(bridge) {
      bridge.onCall = (incoming) => stepIn(bridge, incoming);
      standing.takeUp(bridge);
    },
    close() {
      for (const { stop } of referrals.values()) stop.abort();
    },
  };
}
