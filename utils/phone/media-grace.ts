import type { Clock } from '@/utils/contract/clock';

/** A connection that failed has this long to come back, by an ICE restart, before the call is given up. Milliseconds, as all here. */
const MEDIA_GRACE = 12_000;
/** One that is silent may come back by itself: a lost packet or two. */
const SILENCE = 2_000;
/** A restart that has brought nothing is made again: the browser may have gathered before it knew of its new interface. */
const AGAIN = 4_000;
/** With restarts it may try for ever and never fail: so long after it went silent the call is given up all the same. */
const LONGEST = 30_000;

export interface MediaGraceOptions {
  readonly clock: Clock;
  readonly restart: () => void;
  /** `worked`: it had been there before. */
  readonly giveUp: (worked: boolean) => void;
}

/**
 * Watches over a call's media connection.
 *
 *   connected ──disconnected, connecting──▶ silent ──2 s: restart──▶ troubled ──connected──▶ connected
 *       └────────failed: restart──────────────────────────────────────▶ │ ▲ 4 s: restart
 *                                             12 s after it failed, or 30 s after it went silent: given up
 */
export class MediaGrace {
  readonly #options: MediaGraceOptions;
  #cancelGrace: (() => void) | null = null;
  #cancelRestart: (() => void) | null = null;
  #cancelLongest: (() => void) | null = null;
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
    // A restart for a network that changed leaves it connecting, and it may find nobody.
    if (state === 'disconnected' || (state === 'connecting' && this.#worked)) {
      this.#cancelLongest ??= clock.after(LONGEST, () => this.#giveUp());
      this.#cancelRestart ??= clock.after(SILENCE, () => this.#restart());
    }
    if (state !== 'failed' || this.#cancelGrace) return;
    this.#cancelGrace = clock.after(MEDIA_GRACE, () => this.#giveUp());
    this.#restart();
  }

  end(): void {
    for (const cancel of [this.#cancelGrace, this.#cancelRestart, this.#cancelLongest]) cancel?.();
    this.#cancelGrace = null;
    this.#cancelRestart = null;
    this.#cancelLongest = null;
    this.#restarted = false;
  }

  #giveUp(): void {
    this.end();
    this.#options.giveUp(this.#worked);
  }

  #restart(): void {
    this.#cancelRestart?.();
    this.#cancelRestart = this.#options.clock.after(AGAIN, () => this.#restart());
    this.#restarted = true;
    this.#options.restart();
  }
}
