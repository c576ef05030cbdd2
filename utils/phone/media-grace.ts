import type { Clock } from '@/utils/contract/clock';

/** A connection that failed has this long to come back, by an ICE restart, before the call is given up. Milliseconds, as all here. */
const MEDIA_GRACE = 12_000;
/** One that is silent may come back by itself: a lost packet or two. */
const SILENCE = 2_000;

export interface MediaGraceOptions {
  readonly clock: Clock;
  readonly restart: () => void;
  /** `worked`: it had been there before. */
  readonly giveUp: (worked: boolean) => void;
}

/**
 * Watches over a call's media connection.
 *
 *   connected ──disconnected──▶ silent ──2 s: restart──▶ troubled ──connected──▶ connected
 *       └────────failed: restart────────────────────────▶ │ 12 s after it failed: given up
 */
export class MediaGrace {
  readonly #options: MediaGraceOptions;
  #cancelGrace: (() => void) | null = null;
  #cancelSilence: (() => void) | null = null;
  #restarted = false;
  #worked = false;

  constructor(options: MediaGraceOptions) {
    this.#options = options;
  }

  /** It is gone and may still come back. */
  get troubled(): boolean {
    return this.#cancelGrace !== null || this.#restarted;
  }

  saw(state: RTCPeerConnectionState): void {
    const { clock } = this.#options;
    if (state === 'connected') {
      this.end();
      this.#worked = true;
    }
    if (state === 'disconnected' && !this.troubled) this.#cancelSilence ??= clock.after(SILENCE, () => this.#restart());
    if (state !== 'failed' || this.#cancelGrace) return;
    this.#cancelGrace = clock.after(MEDIA_GRACE, () => this.#options.giveUp(this.#worked));
    this.#restart();
  }

  end(): void {
    this.#cancelGrace?.();
    this.#cancelSilence?.();
    this.#cancelGrace = null;
    this.#cancelSilence = null;
    this.#restarted = false;
  }

  #restart(): void {
    this.#cancelSilence?.();
    this.#cancelSilence = null;
    this.#restarted = true;
    this.#options.restart();
  }
}
