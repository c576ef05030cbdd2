import type { SipIdentity } from '@/utils/domain/call/remote-party';
import type { CallMedia } from './media/call-media';
import type { LegEvents, SipLeg } from './sip-user';

export interface ReferralParts {
  readonly media: CallMedia;
  readonly start: (media: CallMedia, events: LegEvents) => SipLeg;
  /** Of the call, once it goes on over the new leg. */
  readonly events: LegEvents;
  readonly live: () => boolean;
  /** Who was asked for has answered. */
  readonly switchTo: (leg: SipLeg) => void;
}

/** The leg a REFER asked for, until it takes the place of the one it came on. */
export interface Referral {
  /** Not answered and not given up yet. */
  readonly pending: boolean;
  giveUp(): void;
  /** The leg it came on is over: `over` when nobody answers here either. False where nobody is being called. */
  outlives(over: () => void): boolean;
}

/** Calls who is named beside the call, which goes on as it was when nobody answers there. */
export function followReferral({ media, start, events, live, switchTo }: ReferralParts): Referral {
  let state: 'pending' | 'taken' | 'over' = 'pending';
  let party: SipIdentity | null = null;
  let nobodyLeft: (() => void) | null = null;
  const end = () => {
    state = 'over';
    media.close();
    nobodyLeft?.();
  };
  const leg = start(media, {
    ...events,
    progress: () => undefined,
    identified: (identity) => {
      party = identity;
      events.identified(identity);
    },
    answered: () => {
      if (!live()) return leg.hangUp();
      state = 'taken';
      switchTo(leg);
      if (party) events.identified(party);
    },
    ended: (how) => (state === 'taken' ? events.ended(how) : end()),
  });
  return {
    get pending() {
      return state === 'pending';
    },
    giveUp() {
      if (state !== 'pending') return;
      nobodyLeft = null;
      leg.hangUp();
      end();
    },
    outlives(over) {
      nobodyLeft = over;
      return state === 'pending';
    },
  };
}
