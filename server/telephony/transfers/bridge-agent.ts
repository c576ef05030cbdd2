import { UserAgent, type Core } from 'sip.js';
import { NotAnswered } from '../services/service-call';
import { Leg, referHeaders, ReofferRefused, sipfrag, type LegState } from './leg';
import { replacedDialog, replacesHeader, type ReferTarget, type ReplacedDialog } from './refer-target';
import { readTaken, type TakenCall } from './taken-call';

/** What the bridge needs of the agent it is registered with. */
export interface BridgeHome {
  readonly core: Core.UserAgentCore;
  readonly domain: string;
  /** The edge's, which requests in adopted dialogs go through. */
  readonly webSocketPort: number;
  readonly registered: boolean;
}

export interface BridgeCall {
  readonly target: ReferTarget;
  readonly offer: string;
  /** Hears the Call-ID before anything is sent. */
  readonly begun: (callId: string) => void;
  /** Provisional statuses above 100. */
  readonly progress: (status: number) => void;
  /** Aborted, it is cancelled, or hung up when it was answered all the same. */
  readonly signal: AbortSignal;
}

/** A dialog as its phone sees it. */
export interface PhoneDialog {
  readonly device: string;
  readonly callId: string;
  readonly localTag: string;
  readonly remoteTag: string;
}

/** Somebody calls to go on in place of another: in the call that Replaces names. */
export interface IncomingCall {
  readonly replaces: ReplacedDialog;
  readonly offer: string;
}

export interface IncomingAnswer {
  readonly answer: string;
  /** The leg, now that it is answered. */
  readonly stands: (leg: Leg) => void;
}

/** The server's device that stands in for phones which have handed a call on: it signals, and the sound stays at the relay. */
export interface Bridge {
  readonly registered: boolean;
  /** Resolves with the answered leg and the answer. Rejects with NotAnswered. */
  call(call: BridgeCall): Promise<{ leg: Leg; answer: string }>;
  adopt(state: LegState): Leg;
  /** Who calls the bridge is answered so, or refused with the status of the rejection. */
  onCall: ((call: IncomingCall) => Promise<IncomingAnswer>) | null;
  /** Takes the place of a phone in its call with the trunk, from this moment. Null: there is no such call. */
  take(phone: PhoneDialog): Promise<TakenCall | null>;
  /** The way to the edge, for dialogs whose Record-Route nobody here has seen. */
  readonly route: string;
  /** How a REFER comes along, outside of its dialog (Target-Dialog, RFC 4538). Resolves with whether the phone takes that. */
  tell(phone: PhoneDialog, status: number, last: boolean): Promise<boolean>;
}

export function createBridge(home: BridgeHome): Bridge {
  const { core, domain } = home;
  const contact = core.configuration.contact.toString();

  function at(user: string) {
    const uri = UserAgent.makeURI(`sip:${encodeURIComponent(user)}@${domain}`);
    if (!uri) throw new NotAnswered(404);
    return uri;
  }

  async function answer(invite: Core.IncomingInviteRequest): Promise<void> {
    const replaces = replacedDialog(invite.message.getHeader('replaces') ?? '');
    const { body: offer } = invite.message;
    try {
      if (!bridge.onCall || !replaces || offer === '') throw new NotAnswered(488);
      const { answer: content, stands } = await bridge.onCall({ replaces, offer });
      const { session } = invite.accept({ statusCode: 200, extraHeaders: [`Contact: ${contact}`], body: { contentDisposition: 'session', contentType: 'application/sdp', content } });
      stands(new Leg(session as Core.SessionDialog, content, contact));
    } catch (error) {
      invite.reject({ statusCode: error instanceof NotAnswered || error instanceof ReofferRefused ? error.status : 500 });
    }
  }

  const bridge: Bridge = {
    onCall: null,
    get registered() {
      return home.registered;
    },
    route: `<sip:127.0.0.1:${home.webSocketPort};transport=ws;lr>`,
    adopt: (state) => Leg.adopt(core, state),

    async call({ target, offer, begun, progress, signal }) {
      const headers = [`Contact: ${contact}`, 'Allow: INVITE, ACK, BYE, CANCEL, INFO, NOTIFY, REFER, OPTIONS'];
      if (target.replaces) headers.push(`Replaces: ${replacesHeader(target.replaces)}`);
      const body: Core.Body = { contentDisposition: 'session', contentType: 'application/sdp', content: offer };
      const uri = at(target.user);
      const request = core.makeOutgoingRequestMessage('INVITE', uri, core.configuration.aor, uri, {}, headers, body);
      begun(request.callId);
      return new Promise((resolve, reject) => {
        const cancel = () => invite.cancel();
        const decided = () => signal.removeEventListener('abort', cancel);
        const failed = ({ message }: Core.IncomingResponse) => {
          decided();
          reject(new NotAnswered(message.statusCode ?? 500));
        };
        const invite = core.invite(request, {
          onProgress: ({ message }) => progress(message.statusCode ?? 180),
          onReject: failed,
          onRedirect: failed,
          onAccept: ({ message, session, ack }) => {
            decided();
            ack();
            const leg = new Leg(session as Core.SessionDialog, offer, contact);
            if (!signal.aborted) return resolve({ leg, answer: message.body });
            leg.hangUp();
            reject(new NotAnswered(487));
          },
        });
        if (signal.aborted) cancel();
        else signal.addEventListener('abort', cancel, { once: true });
      });
    },

    take({ device, callId, localTag, remoteTag }) {
      const domainUri = at('bridge');
      const headers = [`Target-Dialog: ${callId};local-tag=${localTag};remote-tag=${remoteTag}`, `X-Phone: ${device}`];
      const request = core.makeOutgoingRequestMessage('OPTIONS', domainUri, core.configuration.aor, domainUri, {}, headers);
      return new Promise((resolve) => {
        const not = () => resolve(null);
        core.request(request, { onAccept: ({ message }) => resolve(readTaken(message.getHeader('x-taken') ?? '')), onReject: not, onRedirect: not });
      });
    },

    tell({ device, callId, localTag, remoteTag }, status, last) {
      const headers = [...referHeaders(last), `Contact: ${contact}`, `Target-Dialog: ${callId};local-tag=${localTag};remote-tag=${remoteTag}`];
      const request = core.makeOutgoingRequestMessage('NOTIFY', at(device), core.configuration.aor, at(device), {}, headers, sipfrag(status));
      return new Promise((resolve) => {
        const not = () => resolve(false);
        core.request(request, { onAccept: () => resolve(true), onReject: not, onRedirect: not });
      });
    },
  };
  core.delegate = { ...core.delegate, onInvite: (invite) => void answer(invite) };
  return bridge;
}
