import type { Clock } from '@/utils/contract/clock';

/** A connection that failed has this long to come back, by an ICE restart, before the call is given up. Milliseconds. */
const MEDIA_GRACE = 12_000;

export interface MediaGraceOptions {
  readonly clock: Clock;
  readonly restart: () => void;
  readonly giveUp: () => void;
}

/** Watches over a call's media connection. */
export class MediaGrace {
  readonly #options: MediaGraceOptions;
  #cancel: (() => void) | null = null;

  constructor(options: MediaGraceOptions) {
    this.#options = options;
  }

  /** It failed and may still come back. */
  get running(): boolean {
    return this.#cancel !== null;
  }

  saw(state: RTCPeerConnectionState): void {
    if (state === 'connected') this.end();
    if (state !== 'failed' || this.#cancel) return;
    this.#cancel = this.#options.clock.after(MEDIA_GRACE, this.#options.giveUp);
    this.#options.restart();
  }

  end(): void {
    this.#cancel?.();
    this.#cancel = null;
  }
}
