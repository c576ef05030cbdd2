import { SessionState, type Inviter } from 'sip.js';
import type { ForwardedTo } from '@/utils/domain/call/forwarded';
import { parseReasons } from '@/utils/domain/call/reason-header';
import type { CallMedia } from '@/utils/phone/media/call-media';
import type { LegEvents } from '@/utils/phone/sip-user';
import { forwardedTo } from './identity';
import type { ReferralReport } from './report-referral';
import { parseSessionExpires } from './session-timer';
import { SessionLeg, type LegContext } from './session-leg';

interface Response {
  readonly statusCode: number | undefined;
  readonly reasonPhrase: string | undefined;
  readonly body: string;
  getHeader(name: string): string | undefined;
  getHeaders(name: string): string[];
  hasHeader(name: string): boolean;
}

/** A call we made. The INVITE leaves as soon as the offer is there. */
export class OutgoingLeg extends SessionLeg {
  readonly callId: string;
  readonly #inviter: Inviter;
  /** A CANCEL may leave only after a provisional response (RFC 3261 section 9.1), and SIP.js forgets one that a challenge overtakes. */
  #heardOf = false;
  #givenUp = false;

  constructor(inviter: Inviter, media: CallMedia, context: LegContext, events: LegEvents, report?: ReferralReport) {
    super(inviter, context, events, true);
    this.#inviter = inviter;
    this.callId = inviter.request.callId;
    this.use(media);
    // What ends an INVITE without a response: an offer or an answer that could not be made or used.
    this.endsWith({ by: 'local', status: null, reasons: [], failure: 'media' });
    inviter.stateChange.addListener((state) => {
      if (state === SessionState.Established) this.endsWith({ by: 'remote', status: null, reasons: [] });
    });
    const tell = ({ statusCode, reasonPhrase }: Response) => report?.(statusCode ?? 500, reasonPhrase ?? '');
    inviter
      .invite({
        requestDelegate: {
          onTrying: () => this.#onHeardOf(),
          onProgress: ({ message }) => {
            this.#onHeardOf();
            tell(message);
            this.#onProgress(media, message);
          },
          onAccept: ({ message }) => {
            this.#onHeardOf();
            // SIP.js also comes here after an answer it could not use.
            if (this.#inviter.state !== SessionState.Established) return;
            tell(message);
            this.identify(message);
            const expires = parseSessionExpires(message.getHeader('session-expires'));
            if (expires) this.timerAgreed(expires.interval, expires.refresher === 'uas' ? 'them' : 'us');
            this.events.answered();
          },
          onRedirect: ({ message }) => {
            tell(message);
            this.#onFinal(message, forwardedTo(message));
          },
          onReject: ({ message }) => {
            tell(message);
            this.#onFinal(message);
          },
        },
      })
      .catch((error: unknown) => {
        context.log.warn('no INVITE was sent', { error: String(error) });
      });
  }

  accept(): Promise<void> {
    return Promise.reject(new Error('an outgoing call is answered by the other side'));
  }

  protected terminate(): Promise<unknown> {
    if (this.#inviter.state === SessionState.Established) return this.#inviter.bye();
    const { state } = this.#inviter;
    if (state === SessionState.Initial || (state === SessionState.Establishing && this.#heardOf)) return this.#inviter.cancel();
    this.#givenUp = state === SessionState.Establishing;
    return Promise.resolve();
  }

  #onHeardOf(): void {
    this.#heardOf = true;
    if (!this.#givenUp) return;
    this.#givenUp = false;
    this.terminate().catch((error: unknown) => this.context.log.debug('call was already over', { error: String(error) }));
  }

  #onProgress(media: CallMedia, message: Response): void {
    const early = message.body !== '' && /^application\/sdp\b/i.test(message.getHeader('content-type') ?? '');
    if (early)
      media.setEarly(message.body).catch((error: unknown) => this.context.log.debug('no early media', { error: String(error) }));
    this.identify(message);
    this.events.progress(early);
  }

  #onFinal(message: Response, forwarded: ForwardedTo | null = null): void {
    // A 408 or 503 that SIP.js made up has no Via: no server said so.
    if (!message.hasHeader('via')) return this.endsWith({ by: 'local', status: null, reasons: [], failure: 'connection' });
    this.endsWith({ by: 'remote', status: message.statusCode ?? null, reasons: parseReasons(message.getHeaders('reason')), ...(forwarded && { forwardedTo: forwarded }) });
  }
}
