import { randomBytes } from 'node:crypto';
import {
  Inviter,
  Registerer,
  SessionState,
  SIPExtension,
  UserAgent,
  type InviterOptions,
  type Message,
  type Notification,
  type Session,
  type SessionDescriptionHandler,
  type URI,
  type UserAgentOptions,
} from 'sip.js';
import { WebSocket } from 'ws';
import { nodeClock } from '@/server/telephony/services/node-clock';
import { SipWebSocketTransport, type TransportOptions } from '@/utils/phone/sipjs/transport';
import { DummyMedia } from './sip-dummy-media';
import { createInbox, type Inbox } from './sip-inbox';
import { UdpTransport, type UdpTransportOptions } from './udp-transport';
import { watchIncoming, watchTraffic, type IncomingCall, type SessionTraffic } from './sip-incoming-call';

Object.assign(globalThis, { WebSocket });

/** A fresh device user name: `d` and 20 hex digits. */
export const newDeviceName = (): string => `d${randomBytes(10).toString('hex')}`;

export interface SipDeviceOptions {
  /** WebSocket URL of the edge. */
  readonly server: string;
  readonly domain: string;
  readonly username: string;
  readonly password: string;
  /** What the device claims in From. */
  readonly displayName?: string;
  /** Speaks as the extension does to a server with a certificate: `WSS` in its Via, though TLS ended before the edge. */
  readonly secure?: boolean;
  /** A desk phone: plain SIP over UDP to this port of the edge, with a Contact of its own making. */
  readonly deskPort?: number;
  /** Media of each call; described and not sent unless given. */
  readonly media?: () => SessionDescriptionHandler;
}

/** The final response to a request. */
export interface Outcome {
  readonly status: number;
  readonly reason: string;
}

export interface OutgoingCall extends SessionTraffic {
  readonly session: Inviter;
  readonly callId: string;
  readonly media: () => DummyMedia;
  /** Provisional statuses in their order. */
  readonly provisional: Inbox<number>;
  /** Settles with the final response; the ACK is sent by then. */
  readonly done: Promise<Outcome>;
}

/** A phone for tests: a real SIP.js user agent with media that is described but not sent. */
export interface SipDevice {
  readonly username: string;
  readonly ua: UserAgent;
  readonly calls: Inbox<IncomingCall>;
  readonly messages: Inbox<Message>;
  /** Bodies of NOTIFYs outside of every dialog. */
  readonly notices: Inbox<string>;
  register(): Promise<Outcome>;
  unregister(): Promise<Outcome>;
  call(dialled: string | URI, options?: InviterOptions): OutgoingCall;
  /** Closes the socket and opens another; dialogs stay. Does not register. */
  reconnect(): Promise<void>;
  stop(): Promise<void>;
}

export function mediaOf(session: Session): DummyMedia {
  const media = session.sessionDescriptionHandler;
  if (!(media instanceof DummyMedia)) throw new Error('the session has no media yet');
  return media;
}

/** Resolves once the session is, or was, in that state. */
export function reached(session: Session, state: SessionState): Promise<void> {
  return new Promise((resolve) => {
    if (session.state === state) return resolve();
    session.stateChange.addListener((next) => next === state && resolve());
  });
}

export const ended = (session: Session): Promise<void> => reached(session, SessionState.Terminated);

interface Rejected {
  readonly message: { readonly statusCode?: number | undefined; readonly reasonPhrase?: string | undefined };
}
export const outcomeOf = ({ message }: Rejected): Outcome => ({
  status: message.statusCode ?? 0,
  reason: message.reasonPhrase ?? '',
});

/** The extension's own transport, for a `wss:` address that leads to this one. */
function behindTls(server: string): Pick<UserAgentOptions, 'transportConstructor' | 'transportOptions'> {
  const createWebSocket: TransportOptions['createWebSocket'] = (_url, protocols) => new WebSocket(server, protocols) as unknown as globalThis.WebSocket;
  const transportOptions: TransportOptions = { server: server.replace(/^ws:/, 'wss:'), createWebSocket, clock: nodeClock };
  return { transportConstructor: SipWebSocketTransport, transportOptions };
}

function overUdp(port: number): UserAgentOptions {
  const transportOptions: UdpTransportOptions = { port };
  return { transportConstructor: UdpTransport, transportOptions, viaHost: '192.168.1.20', contactName: 'line1', contactParams: { transport: 'udp' } };
}

/** Connects a phone to the edge; call `register` next. */
export async function connectDevice(options: SipDeviceOptions): Promise<SipDevice> {
  const { server, domain, username, password, displayName, secure = false, deskPort, media } = options;
  const calls = createInbox<IncomingCall>(`a call to ${username}`, (call) => call.from);
  const messages = createInbox<Message>(`a message to ${username}`, (message) => message.request.body);
  const notices = createInbox<string>(`a notice to ${username}`);
  const uriOf = (user: string): URI => {
    const uri = UserAgent.makeURI(`sip:${user}@${domain}`);
    if (!uri) throw new Error(`not a SIP user part: ${user}`);
    return uri;
  };
  const ua = new UserAgent({
    uri: uriOf(username),
    displayName: displayName ?? username,
    authorizationUsername: username,
    authorizationPassword: password,
    contactName: username,
    ...(secure ? behindTls(server) : { transportOptions: { server, connectionTimeout: 10 } }),
    ...(deskPort !== undefined && overUdp(deskPort)),
    sessionDescriptionHandlerFactory: () => media?.() ?? new DummyMedia(username),
    sipExtensionReplaces: SIPExtension.Supported,
    logBuiltinEnabled: false,
    gracefulShutdown: false,
    delegate: {
      onInvite: (invitation) => calls.push(watchIncoming(invitation)),
      onMessage: (message) => {
        messages.push(message);
        void message.accept();
      },
      // A desk phone has not asked for anything outside of a call.
      ...(deskPort === undefined && {
        onNotify: (notification: Notification) => {
          notices.push(notification.request.body.trim());
          void notification.accept();
        },
      }),
    },
  });
  await ua.start();
  const registerer = new Registerer(ua, { expires: 600, refreshFrequency: 90 });
  const settle = (send: (delegate: { onAccept(r: Rejected): void; onReject(r: Rejected): void }) => Promise<unknown>) =>
    new Promise<Outcome>((resolve, reject) => {
      const give = (response: Rejected) => resolve(outcomeOf(response));
      send({ onAccept: give, onReject: give }).catch(reject);
    });

  return {
    username,
    ua,
    calls,
    messages,
    notices,
    register: () => settle((requestDelegate) => registerer.register({ requestDelegate })),
    unregister: () => settle((requestDelegate) => registerer.unregister({ requestDelegate })),
    call(dialled, inviterOptions) {
      const target = typeof dialled === 'string' ? uriOf(dialled) : dialled;
      const session = new Inviter(ua, target, { earlyMedia: true, ...inviterOptions });
      return startCall(session);
    },
    async reconnect() {
      if (ua.isConnected()) await ua.transport.disconnect();
      await ua.reconnect();
    },
    stop: () => ua.stop(),
  };
}

/** Sends the INVITE of a session, also of one made for a REFER. */
export function startCall(session: Inviter): OutgoingCall {
  const provisional = createInbox<number>('a provisional response');
  const traffic = watchTraffic(session);
  const note = ({ message }: Rejected) => provisional.push(message.statusCode ?? 0);
  const done = new Promise<Outcome>((resolve, reject) => {
    const onReject = (response: Rejected) => resolve(outcomeOf(response));
    const requestDelegate = {
      onTrying: note,
      onProgress: note,
      onReject,
      onRedirect: onReject,
      onAccept: (response: Rejected) =>
        void reached(session, SessionState.Established).then(() => resolve(outcomeOf(response))),
    };
    session.invite({ requestDelegate }).catch(reject);
  });
  return { session, callId: session.request.callId, media: () => mediaOf(session), provisional, done, ...traffic };
}
