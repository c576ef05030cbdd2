import { Inviter, Registerer, SessionState, UserAgent, type BodyAndContentType, type Invitation, type Session } from 'sip.js';
import { MediaDescription } from '@/server/telephony/services/media-description';
import { MediaSession } from '@/server/telephony/services/media-session';
import { NodeTransport, type NodeTransportOptions } from '@/server/telephony/services/node-transport';
import { createInbox, type Inbox } from './sip-inbox';

/** What a browser does and werift does not: it gives each candidate a priority of its own (RFC 8445 5.1.2.1). */
class BrowserLikeMedia extends MediaDescription {
  override async getDescription(): Promise<BodyAndContentType> {
    const { body, contentType } = await super.getDescription();
    let rank = 0;
    const ranked = body.replace(/^(a=candidate:\S+ \d+ udp )(\d+)/gim, (_, start: string, priority: string) => {
      rank += 1;
      return `${start}${Number(priority) - 256 * rank}`;
    });
    return { body: ranked, contentType };
  }
}

/** A WebRTC phone in Node that sends back every packet it hears. */
export interface WebPhone {
  readonly username: string;
  readonly incoming: Inbox<Session>;
  /** Resolves with the established session. Rejects when it is not answered. */
  call(dialled: string): Promise<Session>;
  stop(): Promise<void>;
}

export interface WebPhoneOptions {
  readonly webSocketPort: number;
  readonly domain: string;
  readonly username: string;
  readonly password: string;
}

export async function startWebPhone({ webSocketPort, domain, username, password }: WebPhoneOptions): Promise<WebPhone> {
  const uriOf = (user: string) => {
    const uri = UserAgent.makeURI(`sip:${user}@${domain}`);
    if (!uri) throw new Error(`not a SIP user part: ${user}`);
    return uri;
  };
  const incoming = createInbox<Session>(`a call to ${username}`);
  const transportOptions: NodeTransportOptions = { server: `ws://127.0.0.1:${webSocketPort}/sip`, connectTimeoutMs: 3000 };
  const ua = new UserAgent({
    uri: uriOf(username),
    authorizationUsername: username,
    authorizationPassword: password,
    contactName: username,
    logBuiltinEnabled: false,
    gracefulShutdown: false,
    transportConstructor: NodeTransport,
    transportOptions,
    sessionDescriptionHandlerFactory: () => {
      const media = new MediaSession(['opus', 'pcma', 'pcmu']);
      media.onPacket((packet) => media.send(packet));
      return new BrowserLikeMedia(media);
    },
    delegate: {
      onInvite: (invitation: Invitation) => {
        incoming.push(invitation);
        void invitation.accept();
      },
    },
  });
  await ua.start();
  await new Promise<void>((resolve, reject) => {
    const requestDelegate = { onAccept: () => resolve(), onReject: () => reject(new Error('registration refused')) };
    new Registerer(ua).register({ requestDelegate }).catch(reject);
  });
  return {
    username,
    incoming,
    async call(dialled) {
      const inviter = new Inviter(ua, uriOf(dialled), { earlyMedia: true });
      await new Promise<void>((resolve, reject) => {
        inviter.stateChange.addListener((state) => {
          if (state === SessionState.Established) resolve();
          if (state === SessionState.Terminated) reject(new Error('not answered'));
        });
        inviter.invite().catch(reject);
      });
      return inviter;
    },
    stop: () => ua.stop(),
  };
}
