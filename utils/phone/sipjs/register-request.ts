import { type URI, type UserAgent } from 'sip.js';
import type { Clock } from '@/utils/contract/clock';
import type { RegisterOutcome } from '@/utils/phone/sip-user';

/** A registrar that has not answered by then will not. Milliseconds; RFC 3261's timer F (32 s) is for UDP. */
const ANSWER_TIMEOUT = 6_000;

const ALLOW = 'ACK, BYE, CANCEL, INFO, INVITE, MESSAGE, NOTIFY, OPTIONS, REFER';

/**
 * REGISTER requests of one user agent. Not SIP.js's Registerer: that refuses to send while an older request still waits for
 * its answer, which after a lost socket is half a minute, and it keeps its own timers.
 */
export class RegisterRequests {
  readonly #agent: UserAgent;
  readonly #registrar: URI;
  readonly #clock: Clock;
  /** One Call-ID and rising CSeq for all (RFC 3261 section 10.2). */
  readonly #callId: string;
  readonly #fromTag: string;
  #cseq = 0;
  /** 423 told so (RFC 3261 section 21.4.17). Seconds. */
  #minimum = 0;

  constructor(options: { agent: UserAgent; registrar: URI; clock: Clock; callId: string; fromTag: string }) {
    this.#agent = options.agent;
    this.#registrar = options.registrar;
    this.#clock = options.clock;
    this.#callId = options.callId;
    this.#fromTag = options.fromTag;
  }

  async send(expires: number): Promise<RegisterOutcome> {
    const wanted = expires === 0 ? 0 : Math.max(expires, this.#minimum);
    const outcome = await this.#once(wanted);
    return outcome === 'interval-too-brief' ? this.#settled(await this.#once(this.#minimum)) : outcome;
  }

  #settled(outcome: RegisterOutcome | 'interval-too-brief'): RegisterOutcome {
    return outcome === 'interval-too-brief' ? { kind: 'rejected', status: 423, retryAfter: null } : outcome;
  }

  #once(expires: number): Promise<RegisterOutcome | 'interval-too-brief'> {
    const { userAgentCore: core, configuration, instanceId } = this.#agent;
    const contact = `${this.#agent.contact.toString({ register: true })};reg-id=1;+sip.instance="<urn:uuid:${instanceId}>";expires=${expires}`;
    const message = core.makeOutgoingRequestMessage(
      'REGISTER',
      this.#registrar,
      configuration.uri,
      configuration.uri,
      { callId: this.#callId, fromTag: this.#fromTag, cseq: ++this.#cseq },
      [`Contact: ${contact}`, `Allow: ${ALLOW}`, `Expires: ${expires}`],
    );
    return new Promise((resolve) => {
      const cancel = this.#clock.after(ANSWER_TIMEOUT, () => resolve({ kind: 'no-answer' }));
      const settle = (outcome: RegisterOutcome | 'interval-too-brief') => {
        cancel();
        // A challenge answered inside SIP.js raised it.
        this.#cseq = Math.max(this.#cseq, message.cseq);
        resolve(outcome);
      };
      core.register(message, {
        onAccept: ({ message: response }) => settle({ kind: 'registered', expires: this.#granted(response, expires) }),
        onRedirect: ({ message: response }) => settle({ kind: 'rejected', status: response.statusCode ?? 300, retryAfter: null }),
        onReject: ({ message: response }) => {
          const status = response.statusCode ?? 500;
          // SIP.js makes up 408 and 503 when nothing came back; those have no Via.
          if (!response.hasHeader('via')) return settle({ kind: 'no-answer' });
          if (status === 401 || status === 403 || status === 407) return settle({ kind: 'wrong-credentials' });
          if (status === 423) {
            this.#minimum = Number(response.getHeader('min-expires')) || 3_600;
            return settle('interval-too-brief');
          }
          const after = Number.parseInt(response.getHeader('retry-after') ?? '', 10);
          settle({ kind: 'rejected', status, retryAfter: Number.isNaN(after) ? null : after });
        },
      });
    });
  }

  /** Seconds granted to our contact: its `expires` parameter, else the Expires header, else what was asked for. */
  #granted(response: { getHeaders(name: string): string[]; getHeader(name: string): string | undefined }, asked: number): number {
    const user = this.#agent.contact.uri.user ?? '';
    const ours = response.getHeaders('contact').find((contact) => contact.includes(`:${user}@`));
    const parameter = /;\s*expires="?(\d+)/i.exec(ours ?? '')?.[1] ?? response.getHeader('expires');
    const granted = Number(parameter);
    return parameter !== undefined && granted > 0 ? granted : asked;
  }
}
