import { Inviter, SIPExtension, URI, UserAgent, UserAgentState, type Core, type Invitation, type InvitationRejectOptions, type Referral, type Session } from 'sip.js';
import type { Clock } from '@/utils/contract/clock';
import type { Logger } from '@/utils/contract/logger';
import type { PhoneAccount } from '@/utils/phone/account';
import type { CallMedia } from '@/utils/phone/media/call-media';
import { canBeAnswered } from '@/utils/phone/media/offer-check';
import type { LegEvents, OutgoingCall, RegisterOutcome, SipLeg, SipUser, SipUserEvents } from '@/utils/phone/sip-user';
import { SessionMedia } from './description-handler';
import { incomingInvitation, type IncomingLeg } from './incoming-leg';
import { watchLiveness, type Liveness } from './liveness';
import { OutgoingLeg } from './outgoing-leg';
import { refuseWhileNotReceiving } from './receiving';
import { RegisterRequests } from './register-request';
import { reportReferral } from './report-referral';
import type { LegContext } from './session-leg';
import { SipWebSocketTransport, type TransportOptions } from './transport';

export interface SipJsUserOptions {
  readonly account: PhoneAccount;
  readonly createWebSocket: (url: string, protocols?: string[]) => WebSocket;
  readonly clock: Clock;
  readonly random: () => number;
  /** Fresh token of letters and digits. */
  readonly token: (length: number) => string;
  readonly log: Logger;
  readonly events: SipUserEvents;
}

/** Seconds an incoming call rings when nobody ends it; the edge's own timer is shorter. */
const NO_ANSWER = 180;

/** One SIP identity on SIP.js's core API. Reconnecting, timers of registrations and media are ours. */
export class SipJsUser implements SipUser {
  readonly #agent: UserAgent;
  readonly #transport: SipWebSocketTransport;
  readonly #registers: RegisterRequests;
  readonly #options: SipJsUserOptions;
  readonly #context: LegContext;
  readonly #legs = new Set<OutgoingLeg | IncomingLeg>();
  readonly #deferred: (() => void)[] = [];
  #liveness: Liveness | null = null;

  constructor(options: SipJsUserOptions) {
    this.#options = options;
    const { account, clock, random, log, token } = options;
    const sessions = new SessionMedia();
    const transportOptions: TransportOptions = { server: account.servers[0] ?? '', createWebSocket: options.createWebSocket, clock };
    this.#agent = new UserAgent({
      uri: new URI('sip', account.user, account.domain),
      authorizationUsername: account.authenticationUser,
      authorizationPassword: account.password,
      displayName: account.displayName.replace(/["\\]/g, ''),
      contactName: account.device.contactName,
      viaHost: account.device.viaHost,
      instanceId: account.device.instanceId.replace(/^urn:uuid:/, ''),
      userAgentString: 'TeleProffs One',
      transportConstructor: SipWebSocketTransport,
      transportOptions,
      sessionDescriptionHandlerFactory: sessions.handlerFor,
      sipExtensionReplaces: SIPExtension.Supported,
      sipExtensionExtraSupported: ['timer'],
      noAnswerTimeout: NO_ANSWER,
      gracefulShutdown: false,
      logBuiltinEnabled: false,
      logConfiguration: false,
      logLevel: 'warn',
      logConnector: (level, category, _label, content) => log.debug(content, { level, category }),
      delegate: {
        onConnect: () => this.#onConnect(),
        onDisconnect: (error) => this.#onDisconnect(error),
        onInvite: (invitation) => this.#onInvite(invitation),
        onNotify: (notification) => {
          const heard = [...this.#legs].some((leg) => leg.takesNotice(notification));
          if (!heard) void notification.reject({ statusCode: 481 });
        },
      },
    });
    this.#transport = this.#agent.transport as SipWebSocketTransport;
    refuseWhileNotReceiving(this.#agent.userAgentCore, () => options.events.receives());
    this.#transport.onHeard = () => this.#liveness?.heard();
    this.#transport.onRequest = () => this.#liveness?.requested();
    const registrar = new URI('sip', '', account.domain);
    this.#registers = new RegisterRequests({ agent: this.#agent, registrar, clock, callId: token(22), fromTag: token(10) });
    this.#context = {
      sessions,
      log,
      clock,
      random,
      domain: account.domain,
      isConnected: () => this.connected,
      defer: (run) => void this.#deferred.push(run),
      refer: (referral, on, media, events) => this.#refer(referral, on, media, events),
    };
  }

  get connected(): boolean {
    return this.#transport.isConnected();
  }

  async connect(server: string, within: number): Promise<void> {
    this.#transport.leadsTo(server, within);
    if (this.#agent.state === UserAgentState.Stopped) await this.#agent.start();
    else await this.#transport.connect();
  }

  disconnect(): Promise<void> {
    return this.#transport.disconnect();
  }

  register(expires: number): Promise<RegisterOutcome> {
    return this.#registers.send(expires);
  }

  async check(): Promise<boolean> {
    return this.connected && (await this.#liveness?.check()) === true;
  }

  flush(): void {
    for (const run of this.#deferred.splice(0)) run();
  }

  call({ callId, user, host, media, events }: OutgoingCall): SipLeg {
    const target = new URI('sip', user, host);
    // SIP.js passes these on to the request, whose options know the Call-ID.
    const params: Core.OutgoingRequestMessageOptions = { callId };
    return this.#keep(new OutgoingLeg(new Inviter(this.#agent, target, { params }), media, this.#context, events));
  }

  dispose(): void {
    this.#liveness?.stop();
    this.#deferred.length = 0;
    // Without its graceful shutdown SIP.js forgets everything at once.
    if (this.#agent.state === UserAgentState.Started) void this.#agent.stop();
    else void this.#transport.dispose();
  }

  #onConnect(): void {
    this.#liveness?.stop();
    this.#liveness = watchLiveness(this.#options.clock, {
      lastHeard: () => this.#transport.lastHeard,
      ping: () => void this.#transport.send('\r\n\r\n').catch(() => undefined),
      options: () => this.#sendOptions(),
      dead: () => this.#transport.giveUp('the server does not answer'),
    });
  }

  /** `error` is missing when it was asked for. */
  #onDisconnect(error?: Error): void {
    this.#liveness?.stop();
    this.#liveness = null;
    if (!error) return;
    // SIP.js forbids connecting from within its callback.
    queueMicrotask(() => this.#options.events.disconnected());
  }

  #sendOptions(): void {
    const { userAgentCore: core, configuration } = this.#agent;
    const domain = new URI('sip', '', this.#options.account.domain);
    core.request(core.makeOutgoingRequestMessage('OPTIONS', domain, configuration.uri, domain, {}), {});
  }

  #onInvite(invitation: Invitation): void {
    const unusable = refusalOf(invitation.request);
    if (unusable) return void invitation.reject(unusable);
    const replacee = invitation.replacee;
    const replaces = replacee ? ([...this.#legs].find((leg) => leg.is(replacee)) ?? null) : null;
    if (replacee && !replaces) return void invitation.reject({ statusCode: 481 });
    const incoming = incomingInvitation(invitation, this.#context, replaces);
    this.#keep(incoming.leg as IncomingLeg);
    this.#options.events.incoming(incoming);
  }

  #refer(referral: Referral, on: Session, media: CallMedia, events: LegEvents): SipLeg {
    const inviter = referral.makeInviter();
    void referral.accept();
    const report = reportReferral(inviter, on);
    report(100, 'Trying');
    return this.#keep(new OutgoingLeg(inviter, media, this.#context, events, report));
  }

  #keep<L extends OutgoingLeg | IncomingLeg>(leg: L): L {
    this.#legs.add(leg);
    leg.onGone(() => this.#legs.delete(leg));
    return leg;
  }
}

/** What an INVITE is answered with that nobody could take: it does not ring first. One without a body asks for our offer. */
function refusalOf(request: Core.IncomingRequestMessage): InvitationRejectOptions | null {
  const { body } = request;
  if (body === '') return null;
  if (!/^application\/sdp\s*(?:;|$)/i.test(request.getHeader('content-type') ?? '')) return { statusCode: 415, extraHeaders: ['Accept: application/sdp'] };
  return canBeAnswered(body) ? null : { statusCode: 488 };
}
