import type { Clock } from '@/utils/contract/clock';

/** Seconds; a shorter interval may not be asked for (RFC 4028 section 4). */
const SHORTEST = 90;

/** Who sends the refreshes: the caller or the callee of the INVITE that agreed on it. */
export type Refresher = 'uac' | 'uas';

export interface SessionExpires {
  /** Seconds. */
  readonly interval: number;
  readonly refresher: Refresher | null;
}

/** A Session-Expires header (RFC 4028 section 4), or null where there is none that makes sense. */
export function parseSessionExpires(value: string | undefined): SessionExpires | null {
  const interval = Number(/^\s*(\d{1,9})\s*(?:;|$)/.exec(value ?? '')?.[1] ?? Number.NaN);
  if (!(interval >= SHORTEST)) return null;
  const refresher = /;\s*refresher\s*=\s*(uac|uas)\b/i.exec(value ?? '')?.[1]?.toLowerCase();
  return { interval, refresher: refresher === 'uac' || refresher === 'uas' ? refresher : null };
}

export function sessionExpiresHeader(interval: number, refresher: Refresher): string {
  return `Session-Expires: ${interval};refresher=${refresher}`;
}

export interface SessionTimerOptions {
  readonly clock: Clock;
  /** Offers anew, so that both sides know that the other is there. */
  readonly refresh: () => void;
  /** Nothing was heard of the other side for the whole interval. */
  readonly expired: () => void;
}

/**
 * Whether the other side of a call still is there, by a re-INVITE now and then (RFC 4028). We never ask for it, and agree
 * when the other side does. SIP.js cannot add headers to the 200 of a re-INVITE: it says nothing of timers, and that ends
 * them (section 9), so a refresher on the other side is waited for only once.
 */
export class SessionTimer {
  readonly #options: SessionTimerOptions;
  #cancels: (() => void)[] = [];
  #ours: number | null = null;

  constructor(options: SessionTimerOptions) {
    this.#options = options;
  }

  /** For the re-INVITEs we send. */
  get header(): string | null {
    return this.#ours === null ? null : sessionExpiresHeader(this.#ours, 'uac');
  }

  agreed(interval: number, by: 'us' | 'them'): void {
    this.stop();
    this.#ours = by === 'us' ? interval : null;
    const { clock, refresh, expired } = this.#options;
    // Section 10: halfway, and the end a little before the interval is over.
    if (by === 'us') this.#cancels.push(clock.after((interval * 1_000) / 2, refresh));
    this.#cancels.push(clock.after((interval - Math.min(32, interval / 3)) * 1_000, expired));
  }

  /** A re-INVITE of ours was taken. */
  refreshed(): void {
    if (this.#ours !== null) this.agreed(this.#ours, 'us');
  }

  /** They sent a re-INVITE: they are there. */
  heard(): void {
    if (this.#ours === null) this.stop();
    else this.refreshed();
  }

  stop(): void {
    for (const cancel of this.#cancels.splice(0)) cancel();
    this.#ours = null;
  }
}
