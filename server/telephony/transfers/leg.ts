import { Core, type URI } from 'sip.js';
import * as v from 'valibot';

/** A dialog (RFC 3261 12) as it can be written down and taken up again. */
export const legStateSchema = v.object({
  callId: v.string(),
  localTag: v.string(),
  remoteTag: v.string(),
  localUri: v.string(),
  remoteUri: v.string(),
  remoteTarget: v.string(),
  routes: v.array(v.string()),
  /** The last CSeq that was used on this side. */
  cseq: v.number(),
  /** SDP that was last sent here. */
  sent: v.string(),
});
export type LegState = v.InferOutput<typeof legStateSchema>;

/** What the other side of a leg does; without a listener it is refused. */
export interface LegListener {
  /** It offers anew: the answer, or a rejection with {@link ReofferRefused}. */
  reoffered(sdp: string): Promise<string>;
  pressed(info: Core.Body): void;
  ended(): void;
  /** Resolves with the final status of the REFER. */
  referred(referTo: string): Promise<number>;
}

export class ReofferRefused extends Error {
  override readonly name = 'ReofferRefused';
  constructor(readonly status: number) {
    super(`re-INVITE refused: ${status}`);
  }
}

const SDP = 'application/sdp';
const session = (content: string): Core.Body => ({ contentDisposition: 'session', contentType: SDP, content });

function uriOf(text: string): URI {
  const uri = Core.Grammar.URIParse(text);
  if (!uri) throw new Error('not a SIP address');
  return uri;
}

/** One dialog that the bridge is an end of. It says things and hears of them; what they mean is its listener's. */
export class Leg {
  readonly #dialog: Core.SessionDialog;
  readonly #contact: string;
  #sent: string;
  #over = false;
  listener: Partial<LegListener> = {};

  constructor(dialog: Core.SessionDialog, sent: string, contact: string) {
    this.#dialog = dialog;
    this.#sent = sent;
    this.#contact = `Contact: ${contact}`;
    dialog.delegate = {
      onAck: () => {
        if (this.#over) this.#dialog.bye();
      },
      onBye: (bye) => {
        bye.accept();
        this.end();
      },
      onInvite: (request) => void this.#reoffered(request),
      onInfo: (info) => {
        const body = Core.getBody(info.message);
        if (body) this.listener.pressed?.(body);
        info.accept();
      },
      onRefer: (refer) => void this.#referred(refer),
    };
  }

  /** Takes a dialog up where somebody else has left it. Its CSeq goes on far enough from the last one that is known. */
  static adopt(core: Core.UserAgentCore, state: LegState): Leg {
    const [localURI, remoteURI, remoteTarget] = [uriOf(state.localUri), uriOf(state.remoteUri), uriOf(state.remoteTarget)];
    const { callId, localTag, remoteTag, routes } = state;
    // SIP.js asks the transaction a dialog came from for nothing but this, unless the dialog's own INVITE is still to be acknowledged.
    const request = core.makeOutgoingRequestMessage('INVITE', remoteTarget, localURI, remoteURI, { callId });
    const dialog = new Core.SessionDialog({ request } as Core.InviteClientTransaction, core, {
      id: callId + localTag + remoteTag, early: false, secure: false, callId, localTag, remoteTag, localURI, remoteURI, remoteTarget,
      localSequenceNumber: state.cseq + SKIPPED, remoteSequenceNumber: undefined, routeSet: routes,
    });
    return new Leg(dialog, state.sent, core.configuration.contact.toString());
  }

  get callId(): string {
    return this.#dialog.callId;
  }

  get over(): boolean {
    return this.#over;
  }

  get state(): LegState {
    const { callId, localTag, remoteTag, localURI, remoteURI, remoteTarget, routeSet, localSequenceNumber } = this.#dialog;
    const [localUri, remoteUri] = [localURI.toString(), remoteURI.toString()];
    return { callId, localTag, remoteTag, localUri, remoteUri, remoteTarget: remoteTarget.toString(), routes: [...routeSet], cseq: localSequenceNumber ?? 0, sent: this.#sent };
  }

  /** Sends an offer; resolves with the answer. Rejects with {@link ReofferRefused}, 491 while another one is on its way (RFC 3261 14.1). */
  reoffer(sdp: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const refused = ({ message }: Core.IncomingResponse) => reject(new ReofferRefused(message.statusCode ?? 500));
      const busy = this.#over || this.#dialog.reinviteUserAgentClient || this.#dialog.reinviteUserAgentServer;
      if (busy) return reject(new ReofferRefused(this.#over ? 481 : 491));
      const onAccept = ({ message, ack }: Parameters<NonNullable<Core.OutgoingInviteRequestDelegate['onAccept']>>[0]) => {
        ack();
        this.#sent = sdp;
        resolve(message.body);
      };
      this.#dialog.invite({ onAccept, onReject: refused, onRedirect: refused }, { extraHeaders: [this.#contact], body: session(sdp) });
    });
  }

  press(info: Core.Body): void {
    if (!this.#over) this.#dialog.info(undefined, { body: info });
  }

  /** NOTIFY of a REFER that came in here (RFC 3515 section 2.4.4). */
  notify(status: number, last: boolean): void {
    if (this.#over) return;
    this.#dialog.notify(undefined, { extraHeaders: [...referHeaders(last), this.#contact], body: sipfrag(status) });
  }

  /** BYE, unless it is over. */
  hangUp(): void {
    if (this.#over) return;
    this.#over = true;
    // Who called waits for no BYE before its ACK (RFC 3261 15).
    if (this.#dialog.sessionState !== Core.SessionState.AckWait) this.#dialog.bye();
  }

  /** The other side is gone, however that became known. */
  end(): void {
    if (this.#over) return;
    this.#over = true;
    this.#dialog.dispose();
    this.listener.ended?.();
  }

  async #reoffered(request: Core.IncomingInviteRequest): Promise<void> {
    const { body } = request.message;
    try {
      // Without an offer it asks for ours, as for a session refresh; its answer changes nothing here.
      const answer = body === '' ? this.#sent : await (this.listener.reoffered?.(body) ?? Promise.reject(new ReofferRefused(488)));
      if (this.#over) return;
      this.#sent = answer;
      request.accept({ statusCode: 200, extraHeaders: [this.#contact], body: session(answer) });
    } catch (error) {
      if (!this.#over) request.reject({ statusCode: error instanceof ReofferRefused ? error.status : 500 });
    }
  }

  async #referred(refer: Core.IncomingReferRequest): Promise<void> {
    const referTo = refer.message.getHeader('refer-to') ?? '';
    const status = await (this.listener.referred?.(referTo) ?? Promise.resolve(603)).catch(() => 500);
    if (this.#over) return;
    if (status === 202) refer.accept({ statusCode: 202 });
    else refer.reject({ statusCode: status });
  }
}

/** Whoever had the dialog may have sent something that nobody here knows of; gaps do no harm (RFC 3261 12.2.2). */
const SKIPPED = 100;

export const sipfrag = (status: number): Core.Body => ({
  contentDisposition: 'render',
  contentType: 'message/sipfrag;version=2.0',
  content: `SIP/2.0 ${status} ${REASONS[status] ?? (status < 200 ? 'Progress' : status < 300 ? 'OK' : 'Failed')}`,
});
const REASONS: Readonly<Record<number, string>> = { 100: 'Trying', 180: 'Ringing', 486: 'Busy Here', 603: 'Decline' };

export const referHeaders = (last: boolean): string[] => [
  'Event: refer',
  `Subscription-State: ${last ? 'terminated;reason=noresource' : 'active;expires=180'}`,
];
