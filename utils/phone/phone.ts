import type { CommandError, CommandResult } from '@/utils/contract/commands';
import type { Clock } from '@/utils/contract/clock';
import type { Logger } from '@/utils/contract/logger';
import type { CallView, MicrophoneState, RegistrationView, RemoteParty } from '@/utils/contract/phone-state';
import type { CallDirection } from '@/utils/domain/call/end-reason';
import { remotePartyOf, type SipIdentity } from '@/utils/domain/call/remote-party';
import { dialTarget, type DialTarget } from '@/utils/domain/phone-number/dial-target';
import type { PhoneAccount } from './account';
import { CallAudio, microphoneFailure } from './call-audio';
import { CallSession } from './call-session';
import type { CallMedia } from './media/call-media';
import type { PreparedMedia } from './media/prepared-media';
import type { AudioOutputPort, MicrophonePort, NetworkPort } from './ports';
import { Registration } from './registration';
import type { IncomingInvitation, SipUser, SipUserEvents } from './sip-user';

/** A call dialled while the connection is just being mended waits for it so long. Milliseconds. */
const DIAL_PATIENCE = 3_000;
/** A call still ringing when the connection has been away for so long cannot be answered any more. Milliseconds. */
const RINGING_WITHOUT_CONNECTION = 6_000;

export interface PhoneOptions {
  readonly account: PhoneAccount;
  readonly createUser: (events: SipUserEvents) => SipUser;
  readonly media: PreparedMedia;
  readonly microphone: MicrophonePort;
  readonly output: AudioOutputPort;
  readonly network: NetworkPort;
  readonly clock: Clock;
  readonly random: () => number;
  readonly token: (length: number) => string;
  readonly log: Logger;
  readonly onRegistration: (view: RegistrationView) => void;
  readonly onCall: (view: CallView) => void;
}

/** The phone of one signed-in account: a registration and the calls over it. */
export class Phone {
  readonly #options: PhoneOptions;
  readonly #user: SipUser;
  readonly #registration: Registration;
  readonly #sessions = new Map<string, CallSession>();
  readonly #stops: (() => void)[] = [];
  #microphone: MicrophoneState = 'unknown';
  #cancelRinging: (() => void) | null = null;
  #ringing = false;

  constructor(options: PhoneOptions) {
    this.#options = options;
    const { account, clock, random, network, log, microphone } = options;
    this.#user = options.createUser({
      disconnected: () => this.#registration.disconnected(),
      incoming: (invitation) => void this.#onIncoming(invitation),
    });
    this.#registration = new Registration({
      user: this.#user,
      refusedMeans: account.kind === 'one' ? 'device-revoked' : 'wrong-credentials',
      clock,
      random,
      network,
      log,
      changed: (view) => this.#onRegistration(view),
    });
    this.#stops.push(
      network.subscribe((event) => event === 'changed' && options.media.renew()),
      microphone.subscribe((event) => {
        for (const session of this.#live()) {
          session.setMicrophoneLost(event.kind === 'lost');
          if (event.kind === 'back') void session.audio.useMicrophone(event.stream);
          else session.audio.loseMicrophone();
        }
      }),
    );
  }

  start(): void {
    this.#registration.start();
  }

  /** Hangs up, unregisters and forgets everything. Resolves within 6 s. */
  async stop(): Promise<void> {
    for (const session of this.#live()) session.hangUp();
    for (const stop of this.#stops.splice(0)) stop();
    this.#cancelRinging?.();
    await this.#registration.stop();
    this.#options.media.dispose();
    this.#user.dispose();
  }

  reconnect(): void {
    this.#registration.reconnect();
  }

  /** The One server can be reached again: do not wait for the next planned try. */
  serverIsBack(): void {
    this.#registration.retryNow();
  }

  revoked(): void {
    this.#registration.revoked();
  }

  /** What is known of the microphone decides whether a call may leave before it is open. */
  microphoneIs(state: MicrophoneState): void {
    this.#microphone = state;
  }

  dial(input: string): CommandResult<{ callId: string }> {
    const { account } = this.#options;
    const target = dialTarget(input, { region: account.region, addresses: account.kind === 'sip' });
    if (!target) return { ok: false, error: 'not-a-number' };
    if (this.#live().length > 0) return { ok: false, error: 'busy-here' };
    if (this.#registration.view.status === 'rejected') return { ok: false, error: 'not-connected' };
    const extension = target.kind === 'number' ? target.extension : undefined;
    const session = this.#open(this.#options.token(24), 'outgoing', partyOf(target), extension);
    this.#options.onCall(session.view);
    void this.#place(session, target);
    return { ok: true, callId: session.view.id };
  }

  /**
   * Without a microphone a call is not answered, but it keeps ringing: another device, or this one once the microphone is
   * there, may still take it.
   */
  async answer(callId: string): Promise<CommandResult> {
    const session = this.#sessions.get(callId);
    if (session?.view.state !== 'ringing') return { ok: false, error: 'no-such-call' };
    this.#silence();
    try {
      await session.audio.openMicrophone();
    } catch (error) {
      this.#updateRinging();
      return { ok: false, error: microphoneFailure(error) satisfies CommandError };
    }
    if (session.view.state !== 'ringing') return { ok: false, error: 'no-such-call' };
    const audio = this.#mediaFor(session, (media) => media.forIncoming());
    if (audio) await session.accept(audio);
    return { ok: true };
  }

  hangUp(callId: string): CommandResult {
    return this.#with(callId, (session) => session.hangUp());
  }

  setMuted(callId: string, muted: boolean): CommandResult {
    return this.#with(callId, (session) => session.setMuted(muted));
  }

  sendDtmf(callId: string, tones: string): CommandResult {
    const session = this.#sessions.get(callId);
    if (session?.view.state !== 'active') return { ok: false, error: 'no-such-call' };
    session.sendTones(tones);
    return { ok: true };
  }

  async #place(session: CallSession, target: DialTarget): Promise<void> {
    const { log } = this.#options;
    const microphone = session.audio.openMicrophone().then(
      () => true,
      (error: unknown) => {
        log.warn('microphone not available', { error: String(error) });
        session.fail(microphoneFailure(error));
        return false;
      },
    );
    if (!(await this.#registration.whenRegistered(DIAL_PATIENCE))) return session.fail('not-connected');
    // Granted before: the INVITE does not wait for the device, whose track joins while the other side rings.
    if (this.#microphone !== 'granted' && !(await microphone)) return;
    if (!session.live) return;
    const { user, host } = addressOf(target);
    const audio = this.#mediaFor(session, (media) => media.forOutgoing());
    if (!audio) return;
    session.take(audio, (events) => this.#user.call({ callId: session.view.id, user, host, media: audio, events }));
  }

  async #onIncoming(invitation: IncomingInvitation): Promise<void> {
    const { media, log } = this.#options;
    const { replaces, leg, identity } = invitation;
    if (replaces) {
      const session = this.#live().find((one) => one.has(replaces));
      if (session?.view.state !== 'active') return invitation.reject(481);
      log.info('call replaced');
      return session.replaceBy(leg, media.forIncoming(), identity, (events) => invitation.handle(events)).catch(() => session.fail('media-failed'));
    }
    // One call at a time for now.
    if (this.#live().length > 0) return invitation.reject(486);
    const session = this.#open(leg.callId, 'incoming', this.#partyOf(identity));
    session.take(null, (events) => {
      invitation.handle(events);
      return leg;
    });
    this.#onCall(session.view);
  }

  /** Null, and the call over, where the browser makes no connection: TURN settings it refuses, WebRTC switched off. */
  #mediaFor(session: CallSession, make: (media: PreparedMedia) => CallMedia): CallMedia | null {
    try {
      return make(this.#options.media);
    } catch (error) {
      this.#options.log.error('no media for a call', { error: String(error) });
      session.fail('media-failed');
      return null;
    }
  }

  #open(id: string, direction: CallDirection, remote: RemoteParty, extension?: string): CallSession {
    const { clock, log, microphone, output, media } = this.#options;
    log.info('call', { direction });
    const session = new CallSession({
      id,
      direction,
      remote,
      audio: new CallAudio({ microphone, output }),
      clock,
      log,
      ...(extension !== undefined && { extension }),
      remotePartyOf: (identity) => this.#partyOf(identity),
      mediaForReferral: () => media.forOutgoing(),
      changed: (view) => this.#onCall(view),
    });
    this.#sessions.set(id, session);
    return session;
  }

  #onCall(view: CallView): void {
    if (view.state === 'ended') {
      this.#sessions.delete(view.id);
      if (this.#live().length === 0) this.#afterLastCall();
    }
    this.#updateRinging();
    this.#options.onCall(view);
  }

  #afterLastCall(): void {
    this.#options.microphone.release();
    if (this.#registration.view.status === 'registered') void this.#options.media.warm();
  }

  #onRegistration(view: RegistrationView): void {
    if (view.status === 'registered') {
      this.#cancelRinging?.();
      this.#cancelRinging = null;
      for (const session of this.#live()) session.reconnected();
      if (this.#live().length === 0) void this.#options.media.warm();
    } else if (!this.#user.connected) {
      for (const session of this.#live()) session.connectionLost();
      this.#cancelRinging ??= this.#options.clock.after(RINGING_WITHOUT_CONNECTION, () => {
        for (const session of this.#live()) if (session.view.state === 'ringing') session.fail('connection-lost');
      });
    }
    this.#options.onRegistration(view);
  }

  #updateRinging(): void {
    const ringing = this.#live().some((session) => session.view.state === 'ringing');
    if (ringing === this.#ringing) return;
    this.#ringing = ringing;
    if (ringing) this.#options.output.startRinging();
    else this.#options.output.stopRinging();
  }

  #silence(): void {
    this.#ringing = false;
    this.#options.output.stopRinging();
  }

  #with(callId: string, act: (session: CallSession) => void): CommandResult {
    const session = this.#sessions.get(callId);
    if (!session?.live) return { ok: false, error: 'no-such-call' };
    act(session);
    return { ok: true };
  }

  #live(): CallSession[] {
    return [...this.#sessions.values()].filter((session) => session.live);
  }

  #partyOf(identity: SipIdentity): RemoteParty {
    return remotePartyOf(identity, this.#options.account);
  }
}

function partyOf(target: DialTarget): RemoteParty {
  const number = target.kind === 'number' ? target.e164 : target.kind === 'short' ? target.digits : `${target.user}@${target.host}`;
  return { number, name: null };
}

function addressOf(target: DialTarget): { user: string; host: string | null } {
  if (target.kind === 'address') return target;
  return { user: target.kind === 'number' ? target.e164 : target.digits, host: null };
}
