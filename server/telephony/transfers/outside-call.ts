import type { Clock } from '@/utils/contract/clock';
import type { Identity } from '../ports';
import { ReofferRefused, type Leg } from './leg';
import { atRelay, holds, offerOf, type RelayPlace } from './relay-description';

export interface OutsideCallParts {
  /** The dialog with the trunk. */
  readonly trunk: Leg;
  /** Where the relay takes the sound that goes to the trunk. */
  readonly place: RelayPlace;
  /** Who is behind the trunk, as shown to others. */
  readonly party: Identity;
}

/** Both may offer at once (RFC 3261 14.1): who waits longer than two seconds here is the phone. */
const AGAIN_MS = 1000;
const TRIES = 4;

async function patiently(leg: Leg, sdp: string, clock: Pick<Clock, 'after'>, tries = TRIES): Promise<string> {
  try {
    return await leg.reoffer(sdp);
  } catch (error) {
    if (!(error instanceof ReofferRefused) || error.status !== 491 || tries <= 1) throw error;
    await new Promise<void>((resolve) => clock.after(AGAIN_MS, resolve));
    return patiently(leg, sdp, clock, tries - 1);
  }
}

/**
 * A call whose outer end is behind the trunk, and whose inner end the bridge joins to it: to a phone in the company by a
 * dialog of its own, or to another one behind the trunk. What either says of its media is passed on as it is.
 */
export class OutsideCall {
  readonly trunk: Leg;
  readonly place: RelayPlace;
  readonly party: Identity;
  #inner: Leg | null = null;
  /** While its inner end is being replaced: that it hangs up is no end then. */
  whileReferring: { readonly gone: () => void; readonly resumed: () => void } | null = null;

  constructor(
    { trunk, place, party }: OutsideCallParts,
    private readonly clock: Pick<Clock, 'after'>,
  ) {
    this.trunk = trunk;
    this.place = place;
    this.party = party;
  }

  get inner(): Leg | null {
    return this.#inner;
  }

  /** Goes on with a leg that has answered; rejects with ReofferRefused when the trunk will not have it, and nothing has changed then. */
  async continueWith(inner: Leg, answer: string): Promise<void> {
    await patiently(this.trunk, atRelay(answer, this.place.address), this.clock);
    this.link(inner);
  }

  /** What the trunk answers to somebody who wants to be its inner end. */
  async answerTo(offer: string): Promise<string> {
    const { address } = this.place;
    return atRelay(await patiently(this.trunk, atRelay(offer, address), this.clock), address);
  }

  /** The two outer ends hear each other. */
  async joinWith(other: OutsideCall): Promise<void> {
    await patiently(this.trunk, offerOf(other.place), this.clock);
    await patiently(other.trunk, offerOf(this.place), this.clock);
    this.link(other.trunk);
    other.#inner = this.trunk;
  }

  link(inner: Leg): void {
    this.#inner = inner;
    const { address } = this.place;
    const pass = (from: Leg, to: Leg, ended: () => void) => {
      from.listener = {
        ...from.listener,
        reoffered: async (sdp) => atRelay(await to.reoffer(atRelay(sdp, address)), address),
        pressed: (info) => to.press(info),
        ended,
      };
    };
    pass(this.trunk, inner, () => this.#inner?.hangUp());
    pass(inner, this.trunk, () => {
      if (this.#inner !== inner) return;
      if (this.whileReferring) this.whileReferring.gone();
      else this.trunk.hangUp();
    });
    const { reoffered } = inner.listener;
    inner.listener.reoffered = async (sdp) => {
      if (!holds(sdp)) this.whileReferring?.resumed();
      return reoffered?.(sdp) ?? sdp;
    };
    // Either may have hung up while the other was still being asked.
    if (inner.over) this.trunk.hangUp();
    else if (this.trunk.over) inner.hangUp();
  }

  end(): void {
    this.#inner?.hangUp();
    this.trunk.hangUp();
  }
}
