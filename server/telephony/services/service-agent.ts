import { Inviter, SessionState, UserAgent, type Core, type Invitation, type Session } from 'sip.js';
import type { Clock } from '@/utils/contract/clock';
import type { Logger } from '@/utils/contract/logger';
import { MediaDescription } from './media-description';
import { MediaSession, type SoundCodec } from './media-session';
import { NodeTransport, type NodeTransportOptions } from './node-transport';
import { endSession, NotAnswered, runCall, type CallBehaviour, type CallLimits, type ServiceCall } from './service-call';
import { ServiceRegistration } from './service-registration';

export interface ServiceDevice {
  /** Device AOR user part and digest user name. */
  readonly username: string;
  readonly password: string;
}

/** Where services register: the edge's loopback WebSocket port and the SIP domain. */
export interface ServiceHome {
  readonly webSocketPort: number;
  readonly domain: string;
  readonly log: Logger;
  readonly clock: Clock;
}

export interface ServiceAgentOptions extends CallLimits {
  /** For the log. */
  readonly name: string;
  readonly device: ServiceDevice;
  /** Offered and accepted, the preferred first. */
  readonly codecs: readonly SoundCodec[];
  /** Calls at the same time; another caller hears busy. */
  readonly maxCalls: number;
  /** Rings this long before it answers, ms. */
  readonly answerAfterMs: number;
  /** What is done in calls that come in; null answers none. */
  readonly onCall: CallBehaviour | null;
}

/** The same instance for the same device (RFC 5626), so that a restart replaces its contact. */
const instanceOf = (username: string) => {
  const hex = username.replace(/[^0-9a-f]/g, '').padEnd(32, '0').slice(0, 32);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
};

function createUserAgent(home: ServiceHome, { device, codecs }: ServiceAgentOptions): UserAgent {
  const uri = UserAgent.makeURI(`sip:${device.username}@${home.domain}`);
  if (!uri) throw new Error(`not a SIP domain: ${home.domain}`);
  const transportOptions: NodeTransportOptions = { server: `ws://127.0.0.1:${home.webSocketPort}/sip`, connectTimeoutMs: 3000 };
  return new UserAgent({
    uri,
    authorizationUsername: device.username,
    authorizationPassword: device.password,
    contactName: device.username,
    viaHost: `${device.username}.invalid`,
    instanceId: instanceOf(device.username),
    logBuiltinEnabled: false,
    transportConstructor: NodeTransport,
    transportOptions,
    sessionDescriptionHandlerFactory: () => new MediaDescription(new MediaSession(codecs)),
  });
}

/** A request that is not answered ends after 32 s (RFC 3261 timer F); who stops does not wait for that. */
const END_MS = 2_000;

/** A phone without a person: registered at the edge as a device, it answers and makes calls in Node. */
export class ServiceAgent {
  readonly #agent: UserAgent;
  readonly #registration: ServiceRegistration;
  readonly #sessions = new Set<Session>();
  #closed = false;

  constructor(
    private readonly home: ServiceHome,
    private readonly options: ServiceAgentOptions,
  ) {
    const { log, clock } = home;
    const service = options.name;
    this.#agent = createUserAgent(home, options);
    this.#registration = new ServiceRegistration(this.#agent, clock, (registered, why) => {
      if (registered) log.info('service registered', { service });
      else log.warn('service lost the edge', { service, why });
    });
    this.#agent.delegate = {
      onInvite: (invitation) => void this.#take(invitation),
      onDisconnect: () => this.#registration.lost('connection closed'),
    };
    void this.#registration.connect();
  }

  /** For what is no call of a service: dialogs that others began. */
  get core(): Core.UserAgentCore {
    return this.#agent.userAgentCore;
  }

  get registered(): boolean {
    return this.#registration.registered;
  }

  /** Calls in progress, ringing ones included. */
  get calls(): number {
    return this.#sessions.size;
  }

  /** Resolves when registered: at once, or when the edge is there. */
  whenRegistered(): Promise<void> {
    return this.#registration.whenRegistered();
  }

  /** Calls `target` (what a person would dial); resolves when the call is over. Rejects when it is not answered. */
  async call(target: string, behaviour: CallBehaviour): Promise<void> {
    const uri = UserAgent.makeURI(`sip:${encodeURIComponent(target)}@${this.home.domain}`);
    if (!uri) throw new Error('not a target');
    const inviter = new Inviter(this.#agent, uri);
    this.#track(inviter);
    await new Promise<void>((resolve, reject) => {
      inviter.stateChange.addListener((state) => {
        if (state === SessionState.Established) resolve();
        if (state === SessionState.Terminated) reject(new Error('not answered'));
      });
      inviter.invite().catch(reject);
    });
    await runCall(inviter, behaviour, this.options, this.home.clock);
  }

  /**
   * Calls `target` and resolves with the answered call, which stays until somebody hangs up. `begun` hears the Call-ID
   * before anything is sent. Aborted, it is cancelled or hung up. Rejects with {@link NotAnswered}.
   */
  async open(target: string, begun: (callId: string) => void, signal: AbortSignal): Promise<ServiceCall> {
    const uri = UserAgent.makeURI(`sip:${encodeURIComponent(target)}@${this.home.domain}`);
    if (!uri) throw new NotAnswered(404);
    const inviter = new Inviter(this.#agent, uri);
    begun(inviter.request.callId);
    this.#track(inviter);
    const over = new AbortController();
    const hangUp = () => void endSession(inviter).catch(() => over.abort());
    await new Promise<void>((resolve, reject) => {
      let status = 487;
      inviter.stateChange.addListener((state) => {
        if (state === SessionState.Established) resolve();
        if (state !== SessionState.Terminated) return;
        over.abort();
        // SIP.js tells of the response after the state.
        queueMicrotask(() => reject(new NotAnswered(status)));
      });
      const onReject = ({ message }: { message: { statusCode?: number | undefined } }) => (status = message.statusCode ?? 500);
      inviter.invite({ requestDelegate: { onReject } }).then(() => signal.aborted && hangUp(), reject);
      signal.addEventListener('abort', hangUp, { once: true });
    });
    const description = inviter.sessionDescriptionHandler;
    if (!(description instanceof MediaDescription)) throw new Error('a call without media');
    return { media: description.media, ended: over.signal };
  }

  /** Ends every call, unregisters and disconnects; resolves within two seconds, whether or not the edge answers to that. */
  async close(): Promise<void> {
    this.#closed = true;
    const ends = async () => {
      await Promise.allSettled([...this.#sessions].map((session) => endSession(session)));
      await this.#registration.close();
    };
    let late: () => void = () => undefined;
    await Promise.race([ends(), new Promise<void>((resolve) => (late = this.home.clock.after(END_MS, resolve)))]);
    late();
  }

  async #take(invitation: Invitation): Promise<void> {
    const { onCall, maxCalls, answerAfterMs, name } = this.options;
    try {
      if (!onCall || this.#closed || this.#sessions.size >= maxCalls) return await invitation.reject({ statusCode: 486 });
      this.#track(invitation);
      if (answerAfterMs > 0) await this.#ring(invitation, answerAfterMs);
      if (invitation.state === SessionState.Terminated) return;
      await invitation.accept();
      await runCall(invitation, onCall, this.options, this.home.clock);
    } catch (error) {
      this.home.log.debug('service call failed', { service: name, error: String(error) });
      await endSession(invitation).catch(() => undefined);
    }
  }

  /** Rings for `ms`, or until the caller gives up. */
  async #ring(invitation: Invitation, ms: number): Promise<void> {
    await invitation.progress({ statusCode: 180 });
    await new Promise<void>((resolve) => {
      const cancel = this.home.clock.after(ms, resolve);
      invitation.stateChange.addListener((state) => {
        if (state !== SessionState.Terminated) return;
        cancel();
        resolve();
      });
    });
  }

  #track(session: Session): void {
    this.#sessions.add(session);
    session.stateChange.addListener((state) => {
      if (state === SessionState.Terminated) this.#sessions.delete(session);
    });
  }
}
