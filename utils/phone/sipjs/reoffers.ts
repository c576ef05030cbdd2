import { SessionState, type Session } from 'sip.js';
import type { Clock } from '@/utils/contract/clock';
import type { Logger } from '@/utils/contract/logger';
import type { CallMedia } from '@/utils/phone/media/call-media';

/** After so many tries without success the other side is left with what it knows. */
const TRIES = 6;
/** Until a server that is troubled, and does not say for how long, is asked again. Milliseconds. */
const LATER = 4_000;

type Outcome = { readonly kind: 'taken' | 'refused' | 'gone' } | { readonly kind: 'later'; readonly after: number };

interface Response {
  readonly statusCode: number | undefined;
  getHeader(name: string): string | undefined;
  hasHeader(name: string): boolean;
}

export interface ReoffersOptions {
  readonly session: Session;
  /** We made the Call-ID. */
  readonly owner: boolean;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Logger;
  readonly isConnected: () => boolean;
  /** Runs it with the next connection. */
  readonly defer: (run: () => void) => void;
  /** The other side knows nothing of this call any more. */
  readonly gone: () => void;
  /** Headers of a re-INVITE that is sent now. */
  readonly headers: () => string[];
  /** The other side answered one. */
  readonly taken: () => void;
}

/**
 * The re-INVITEs of one session, which SIP.js sends but does not repeat. What the media wants is compared with what the other
 * side was told, and the difference offered; one offer at a time (RFC 3261 section 14.1).
 *
 *   idle ──wanted──▶ offering ──taken─────▶ idle, offering again if more is wanted by then
 *                     ▲  │  └───refused───▶ idle until asked for anew
 *                     │  └──later──▶ waiting     both sides offered at once, or a server is troubled
 *                     └────time─────────┘
 *
 * Without a connection what is wanted waits for the next one. An offer that went down with a connection is over when SIP.js
 * gives it up, 32 s after it was made (timer B of RFC 3261), and is made again then.
 */
export class Reoffers {
  readonly #options: ReoffersOptions;
  #media: CallMedia | null = null;
  #iceRestart = false;
  /** Asked for to hear of the other side, with nothing new in it. */
  #refresh = false;
  #offering = false;
  #deferred = false;
  #tries = 0;
  /** The other side does not want to know of hold. */
  #refused = false;
  #cancelWait: (() => void) | null = null;
  readonly #after: (() => void)[] = [];

  constructor(options: ReoffersOptions) {
    this.#options = options;
  }

  /** For the description that is made now. */
  readonly restartsIce = (): boolean => this.#iceRestart;

  use(media: CallMedia): void {
    this.#media = media;
  }

  /** The user put the call on hold or took it back. */
  directionChanged(): void {
    this.#tries = 0;
    this.#refused = false;
    this.#reconcile();
  }

  restartIce(): void {
    this.#tries = 0;
    this.#iceRestart = true;
    this.#reconcile();
  }

  refresh(): void {
    this.#tries = 0;
    this.#refresh = true;
    this.#reconcile();
  }

  /** Runs it when the offer that is out has been answered; at once where none is. */
  afterOffer(run: () => void): void {
    if (this.#offering) this.#after.push(run);
    else run();
  }

  stop(): void {
    this.#cancelWait?.();
    this.#cancelWait = null;
    for (const run of this.#after.splice(0)) run();
  }

  #reconcile(): void {
    const { session, isConnected } = this.#options;
    const wanted = this.#iceRestart || this.#refresh || (this.#media?.changesDirection === true && !this.#refused);
    if (!wanted || this.#offering || this.#cancelWait || this.#tries >= TRIES || session.state !== SessionState.Established) return;
    if (!isConnected()) return this.#whenConnected();
    this.#offering = true;
    this.#tries++;
    const restarting = this.#iceRestart;
    void this.#offer().then((outcome) => this.#onOutcome(outcome, restarting));
  }

  /** Settles when the other side has answered; never rejects. */
  #offer(): Promise<Outcome> {
    const { session, log, headers } = this.#options;
    return new Promise((resolve) => {
      const requestDelegate = {
        onAccept: () => resolve({ kind: 'taken' }),
        onReject: ({ message }: { message: Response }) => resolve(this.#refusal(message)),
      };
      session.invite({ requestDelegate, requestOptions: { extraHeaders: headers() } }).catch(async (error: unknown) => {
        // An offer of the other side came first, and is not acknowledged yet.
        log.debug('no re-INVITE was sent', { error: String(error) });
        await this.#media?.withdrawOffer().catch(() => undefined);
        resolve({ kind: 'later', after: this.#glareTime() });
      });
    });
  }

  /** `restarting`: that offer restarted ICE. */
  #onOutcome(outcome: Outcome, restarting: boolean): void {
    this.#offering = false;
    for (const run of this.#after.splice(0)) run();
    if (outcome.kind === 'later') {
      this.#cancelWait = this.#options.clock.after(outcome.after, () => {
        this.#cancelWait = null;
        this.#reconcile();
      });
      return;
    }
    if (outcome.kind === 'gone') return this.#options.gone();
    // Asked for while another offer was out, it is still to come.
    if (restarting) this.#iceRestart = false;
    // Any answer says that the other side is there, and so does a refusal of the offer.
    this.#refresh = false;
    this.#options.taken();
    this.#refused = outcome.kind === 'refused';
    this.#tries = 0;
    this.#reconcile();
  }

  #refusal(message: Response): Outcome {
    const status = message.statusCode ?? 500;
    this.#options.log.warn('re-INVITE refused', { status });
    // A 408 or 503 that SIP.js made up has no Via: nobody heard of it.
    if (!message.hasHeader('via')) return { kind: 'later', after: 0 };
    // RFC 3261 section 12.2.1.2: the dialog is over.
    if (status === 481) return { kind: 'gone' };
    if (status === 491) return { kind: 'later', after: this.#glareTime() };
    // 404, 480: a restarted edge may not know the other side's phone again yet.
    if (status === 404 || status === 408 || status === 480 || status >= 500) {
      const seconds = Number.parseInt(message.getHeader('retry-after') ?? '', 10);
      return { kind: 'later', after: Number.isNaN(seconds) ? LATER : Math.min(seconds, 10) * 1_000 };
    }
    return { kind: 'refused' };
  }

  /** RFC 3261 section 14.1, in steps of 10 ms: who made the Call-ID waits longer, so that the two do not meet again. */
  #glareTime(): number {
    const steps = this.#options.owner ? 210 + Math.floor(this.#options.random() * 191) : Math.floor(this.#options.random() * 201);
    return steps * 10;
  }

  #whenConnected(): void {
    if (this.#deferred) return;
    this.#deferred = true;
    this.#options.defer(() => {
      this.#deferred = false;
      this.#tries = 0;
      this.#reconcile();
    });
  }
}
