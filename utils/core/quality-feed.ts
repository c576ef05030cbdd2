import { SAMPLES_KEPT, type LiveSample } from '@/utils/contract/call-quality';

type Listener = (samples: readonly LiveSample[]) => void;

/** The last seconds of the calls that go on, and each new one to whoever listens. Apart from the state, which every surface gets. */
export class QualityFeed {
  readonly #kept = new Map<string, LiveSample[]>();
  readonly #listeners = new Set<Listener>();

  add(one: LiveSample): void {
    const kept = this.#kept.get(one.callId) ?? [];
    this.#kept.set(one.callId, kept);
    kept.push(one);
    if (kept.length > SAMPLES_KEPT) kept.shift();
    for (const listener of [...this.#listeners]) listener([one]);
  }

  /** The call is over. */
  end(callId: string): void {
    this.#kept.delete(callId);
  }

  /** Calls at once with what is kept, and after each second. Returns the way to stop. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    listener([...this.#kept.values()].flat());
    return () => this.#listeners.delete(listener);
  }
}
