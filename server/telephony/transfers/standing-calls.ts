import * as v from 'valibot';
import type { Clock } from '@/utils/contract/clock';
import type { Logger } from '@/utils/contract/logger';
import type { CallEvent, HandOvers } from '../ports';
import type { Bridge } from './bridge-agent';
import { legStateSchema, type Leg, type LegState } from './leg';
import { OutsideCall } from './outside-call';

const keptSchema = v.object({
  trunk: legStateSchema,
  inner: legStateSchema,
  place: v.object({ address: v.string(), port: v.number() }),
  party: v.object({ number: v.string(), name: v.string() }),
});
type Kept = v.InferOutput<typeof keptSchema>;

export interface StandingCallsOptions {
  readonly handOvers: Pick<HandOvers, 'keep'>;
  readonly clock: Pick<Clock, 'after'>;
  readonly log: Logger;
  /** A leg of such a call is there: what it may ask for. */
  readonly attend: (call: OutsideCall, inner: Leg) => void;
}

/** The calls that go on over the bridge. The edge keeps what a server that starts anew must know of them. */
export class StandingCalls {
  readonly #calls = new Map<string, OutsideCall>();
  readonly #kept = new Map<string, Kept>();
  readonly #endedBefore = new Set<string>();

  constructor(private readonly options: StandingCallsOptions) {}

  get count(): number {
    return this.#calls.size;
  }

  /** The call with that dialog as its inner end. */
  withInner(callId: string): OutsideCall | null {
    return [...this.#calls.values()].find((call) => call.inner?.callId === callId) ?? null;
  }

  /** Goes on over its inner leg from now on. */
  stands(call: OutsideCall): void {
    const { trunk, inner, place, party } = call;
    if (!inner || trunk.over) return;
    this.#calls.set(trunk.callId, call);
    this.options.attend(call, inner);
    this.options.handOvers.keep(trunk.callId, JSON.stringify({ trunk: trunk.state, inner: inner.state, place, party } satisfies Kept));
  }

  ended({ callId }: Pick<CallEvent, 'callId'>): void {
    if (this.#kept.size > 0) this.#endedBefore.add(callId);
    for (const [outer, call] of this.#calls) {
      if (call.inner?.callId === callId) call.inner.end();
      if (outer !== callId) continue;
      call.trunk.end();
      this.#calls.delete(outer);
      this.options.handOvers.keep(outer, '');
    }
  }

  /** What an earlier server has left with the edge. */
  keptAtEdge(callId: string, state: string): void {
    let json: unknown = null;
    try {
      json = JSON.parse(state);
    } catch {
      // Told below.
    }
    const kept = v.safeParse(keptSchema, json);
    // The edge tells again after each loss of the line.
    if (this.#calls.has(callId)) return;
    if (kept.success) this.#kept.set(callId, kept.output);
    else this.options.log.error('a transferred call of an earlier server cannot be read', { callId });
  }

  /** Takes up what an earlier server has left; what ended meanwhile ends at its other half too. */
  takeUp(bridge: Pick<Bridge, 'adopt'>): void {
    const legs = new Map<string, Leg>();
    const leg = (state: LegState) => {
      const id = state.callId + state.localTag;
      const adopted = legs.get(id) ?? bridge.adopt(state);
      legs.set(id, adopted);
      return adopted;
    };
    for (const { trunk, inner, place, party } of this.#kept.values()) {
      const call = new OutsideCall({ trunk: leg(trunk), place, party }, this.options.clock);
      call.link(leg(inner));
      this.stands(call);
    }
    this.#kept.clear();
    for (const callId of this.#endedBefore) this.ended({ callId });
    this.#endedBefore.clear();
  }
}
