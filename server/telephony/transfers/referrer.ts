import type { Clock } from '@/utils/contract/clock';
import type { HandOvers, Identity } from '../ports';
import type { Bridge } from './bridge-agent';
import type { Leg } from './leg';
import { OutsideCall } from './outside-call';
import type { RelayPlace } from './relay-description';
import type { TakenCall } from './taken-call';

/** A phone that was told of its success hangs up; one that does not is helped. Milliseconds. */
const HANGS_UP_WITHIN = 5000;

/** A device that hands its outside party on, by the call it has with it. */
export interface Referrer {
  readonly device: string;
  readonly callId: string;
  /** Where the relay takes the sound for the trunk. */
  place(): Promise<RelayPlace | null>;
  party(): Promise<Identity | null>;
  /** The call from the trunk on, which is the bridge's then. Null: it is over. */
  take(): Promise<OutsideCall | null>;
  /** Nothing came of it: the device keeps its call. */
  keeps(): void;
  tell(status: number, last: boolean): void;
  /** It is told so, and its call ends. */
  done(): void;
  /** Its call ends. */
  hangUp(): void;
}

export interface PhoneDeps {
  readonly bridge: Bridge;
  readonly handOvers: Pick<HandOvers, 'release'>;
  readonly relayPlace: (session: string, tag: string) => Promise<RelayPlace | null>;
  readonly outsideParty: (callId: string) => Promise<Identity | null>;
  /** The device's own call is over for it. */
  readonly left: (callId: string, taken: TakenCall) => void;
  readonly domain: string;
  readonly clock: Pick<Clock, 'after'>;
}

export interface PhoneCall {
  readonly device: string;
  readonly callId: string;
  /** The device's, then the trunk's. */
  readonly tags: readonly [string, string];
  readonly media: string | null;
}

/** A phone whose call with the trunk is its own: the edge hands it over. */
export function phoneReferrer({ device, callId, tags, media }: PhoneCall, deps: PhoneDeps): Referrer {
  const { bridge, handOvers, clock } = deps;
  const [localTag, remoteTag] = tags;
  const dialog = { device, callId, localTag, remoteTag };
  let taken: TakenCall | null = null;

  /** What the phone has of the call, with the bridge in the trunk's place. */
  const half = (): Leg | null =>
    taken &&
    bridge.adopt({
      callId, localTag: remoteTag, remoteTag: localTag, localUri: taken.remote.uri, remoteUri: taken.local.uri,
      remoteTarget: `sip:${device}@${deps.domain}`, routes: [], cseq: taken.remote.cseq, sent: '',
    });
  const tell = (status: number, last: boolean) => bridge.tell(dialog, status, last);

  return {
    device,
    callId,
    place: async () => (media === null ? null : deps.relayPlace(media, localTag)),
    party: () => deps.outsideParty(callId),
    async take() {
      const party = await deps.outsideParty(callId);
      taken = await bridge.take(dialog);
      if (!taken || !party) return null;
      const place = await deps.relayPlace(taken.media, localTag);
      if (!place) return null;
      const { local, remote } = taken;
      const trunk = bridge.adopt({
        callId, localTag, remoteTag, localUri: local.uri, remoteUri: remote.uri, remoteTarget: remote.contact,
        routes: [bridge.route], cseq: local.cseq, sent: '',
      });
      deps.left(callId, taken);
      return new OutsideCall({ trunk, place, party }, clock);
    },
    keeps: () => handOvers.release(callId),
    tell: (status, last) => void tell(status, last),
    async done() {
      const understood = await tell(200, true);
      if (understood) return void clock.after(HANGS_UP_WITHIN, () => half()?.hangUp());
      // It waits to be told within its own dialog (RFC 3515), which can be done now that the trunk says nothing there any more.
      const phone = half();
      phone?.notify(200, true);
      phone?.hangUp();
    },
    hangUp: () => half()?.hangUp(),
  };
}

/** A phone that got the call from the bridge, and hands it on again. */
export function holderReferrer(call: OutsideCall, inner: Leg, device: string, clock: Pick<Clock, 'after'>): Referrer {
  return {
    device,
    callId: inner.callId,
    place: async () => call.place,
    party: async () => call.party,
    take: async () => (call.trunk.over ? null : call),
    keeps: () => undefined,
    tell: (status, last) => inner.notify(status, last),
    done() {
      inner.notify(200, true);
      clock.after(HANGS_UP_WITHIN, () => inner.hangUp());
    },
    hangUp: () => inner.hangUp(),
  };
}
