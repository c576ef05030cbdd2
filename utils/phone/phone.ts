import type { CommandResult } from '@/utils/contract/commands';
import type { CallView, MicrophoneState, RegistrationView, RemoteParty } from '@/utils/contract/phone-state';
import type { RelayProbe } from '@/utils/contract/relay-probe';
import type { IceAccess } from '@/utils/contract/sip-account';
import { isAnswered } from '@/utils/domain/call/call-state';
import type { Others } from '@/utils/domain/call/focus';
import { remotePartyOf, type SipIdentity } from '@/utils/domain/call/remote-party';
import { dialTarget, type DialTarget } from '@/utils/domain/phone-number/dial-target';
import { CallAudio, microphoneFailure } from './call-audio';
import { CallCommands } from './call-commands';
import { CallSession } from './call-session';
import { Conference } from './conference';
import { addressOf, partyOf } from './dialled';
import type { CallSessionOptions } from './call-session-options';
import { LiveCalls } from './live-calls';
import { mediaForCall } from './media-for-call';
import { NetworkMoves } from './network-moves';
import type { NewCall } from './new-call';
import type { PhoneOptions } from './phone-options';
import { placeCall } from './place-call';
import { QualityMonitor } from './quality/quality-monitor';
import { Registration } from './registration';
import type { IncomingInvitation, SipUser } from './sip-user';

/** A call dialled while the connection is just being mended waits for it so long. Milliseconds. */
const DIAL_PATIENCE = 3_000;
/** A call still ringing when the connection has been away for so long cannot be answered any more. Milliseconds. */
const RINGING_WITHOUT_CONNECTION = 6_000;

/** The phone of one signed-in account: a registration and the calls over it. */
export class Phone extends CallCommands {
  readonly #options: PhoneOptions;
  readonly #user: SipUser;
  readonly #registration: Registration;
  readonly #quality: QualityMonitor;
  readonly #stops: (() => void)[] = [];
  readonly #moves: NetworkMoves;
  #microphone: MicrophoneState = 'unknown';
  #cancelRinging: (() => void) | null = null;
  #receiving = true;

  constructor(options: PhoneOptions) {
    const { account, clock, random, network, log, microphone, output, mixer } = options;
    const calls = new LiveCalls(output);
    super(calls, new Conference(calls, mixer, log));
    this.#options = options;
    this.#user = options.createUser({
      disconnected: () => this.#registration.disconnected(),
      incoming: (invitation) => void this.#onIncoming(invitation),
      receives: () => this.#receiving,
    });
    this.#moves = new NetworkMoves(() => clock.now());
    this.#quality = new QualityMonitor({
      ...{ clock, log },
      calls: () => calls.all,
      onSample: (callId, sample) => options.onQuality?.(callId, sample),
      onWarning: (callId) => this.#tell(calls.find(callId)?.view),
      onStopped: () => void this.#soundStopped(),
    });
    this.#registration = new Registration({
      user: this.#user,
      servers: account.servers,
      refusedMeans: account.kind === 'one' ? 'device-revoked' : 'wrong-credentials',
      clock,
      random,
      network,
      log,
      changed: (view) => this.#onRegistration(view),
      reachable: () => this.#mendCalls(false),
    });
    this.#stops.push(
      network.subscribe((event) => {
        if (event === 'offline') return;
        this.#moves.changed();
        options.media.renew();
      }),
      microphone.subscribe((event) => {
        log.info(`microphone ${event.kind}`);
        for (const session of this.calls.all) {
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
    for (const session of this.calls.all) session.hangUp();
    for (const stop of this.#stops.splice(0)) stop();
    this.#cancelRinging?.();
    this.#quality.dispose();
    await this.#registration.stop();
    this.#options.media.dispose();
    this.#user.dispose();
  }

  reconnect(): void {
    this.#registration.reconnect();
  }

  /** Milliseconds a registration takes now; null where there is none, or no answer in time. */
  checkConnection(): Promise<number | null> {
    return this.#registration.registerAnew();
  }

  probeRelay(): Promise<RelayProbe> {
    return this.#options.media.probeRelay();
  }

  /** The One server can be reached again, or somebody looks: do not wait for the next planned try. */
  serverMayBeBack(): void {
    this.#registration.retryNow();
  }

  /** STUN and TURN for calls from now on, and for connections that are mended. */
  useIce(access: IceAccess): void {
    this.#options.media.use(access);
  }

  revoked(): void {
    this.#registration.revoked();
  }

  /** What is known of the microphone decides whether a call may leave before it is open. */
  microphoneIs(state: MicrophoneState): void {
    this.#microphone = state;
  }

  /** Whether calls that come ring here; elsewhere they do all the same. */
  receive(receiving: boolean): void {
    this.#receiving = receiving;
  }

  /** Holds the call one is in. */
  dial(input: string): CommandResult<{ callId: string }> {
    const target = this.targetOf(input);
    return target ? this.place(target) : { ok: false, error: 'not-a-number' };
  }

  protected targetOf(input: string): DialTarget | null {
    const { account } = this.#options;
    return dialTarget(input, { region: account.region, addresses: account.kind === 'sip' });
  }

  protected place(target: DialTarget, consultFor?: string): CommandResult<{ callId: string }> {
    if (this.#registration.view.status === 'rejected') return { ok: false, error: 'not-connected' };
    const busy = this.calls.takeFocus({ kind: 'dial' });
    if (busy) return { ok: false, error: busy };
    const session = this.#open({
      id: this.#options.token(24),
      direction: 'outgoing',
      remote: partyOf(target),
      address: addressOf(target),
      ...(target.kind === 'number' && target.extension !== undefined && { extension: target.extension }),
      ...(consultFor !== undefined && { consultFor }),
    });
    this.#tell(session.view);
    void this.#call(session, addressOf(target));
    return { ok: true, callId: session.view.id };
  }

  /**
   * Without a microphone a call is not answered, but it keeps ringing: another device, or this one once the microphone is
   * there, may still take it. The call one is in is held, or ended, in the moment the new one is taken.
   */
  async answer(callId: string, others: Others = 'hold'): Promise<CommandResult> {
    const session = this.calls.find(callId);
    if (session?.view.state !== 'ringing') return { ok: false, error: 'no-such-call' };
    return this.calls.whileTaking(callId, () => this.#take(session, others));
  }

  async #take(session: CallSession, others: Others): Promise<CommandResult> {
    try {
      await session.audio.openMicrophone();
    } catch (error) {
      return { ok: false, error: microphoneFailure(error) };
    }
    if (session.view.state !== 'ringing') return { ok: false, error: 'no-such-call' };
    const audio = mediaForCall(session, this.#options, (media) => media.forIncoming());
    if (!audio) return { ok: true };
    const busy = this.calls.takeFocus({ kind: 'answer', callId: session.view.id, others });
    if (busy) {
      audio.close();
      return { ok: false, error: busy };
    }
    await session.accept(audio);
    return { ok: true };
  }

  async #call(session: CallSession, address: ReturnType<typeof addressOf>): Promise<void> {
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
    const { domain } = this.#options.account;
    const { user, host } = address;
    const media = () => mediaForCall(session, this.#options, (prepared) => prepared.forOutgoing());
    placeCall({ session, user: this.#user, domain, media }, { user, host: host ?? domain });
  }

  async #onIncoming(invitation: IncomingInvitation): Promise<void> {
    const { media, log } = this.#options;
    const { replaces, leg, identity, referredBy } = invitation;
    if (replaces) {
      const session = this.calls.all.find((one) => one.leg === replaces);
      if (!session || !isAnswered(session.view.state)) return invitation.reject(481);
      log.info('call replaced');
      return session.replaceBy(invitation, media.forIncoming()).catch(() => session.fail('media-failed'));
    }
    if (!this.calls.hasRoom) return invitation.reject(486);
    const transferredBy = referredBy && this.#partyOf(referredBy);
    const session = this.#open({ id: leg.callId, direction: 'incoming', remote: this.#partyOf(identity), transferredBy });
    session.take(null, (events) => {
      invitation.handle(events);
      return leg;
    });
    this.#onCall(session.view);
  }

  #open(call: NewCall & Pick<CallSessionOptions, 'address' | 'extension'>): CallSession {
    const { clock, log, microphone, output, media } = this.#options;
    log.info('call', { direction: call.direction });
    const session = new CallSession({
      ...call,
      audio: new CallAudio({ microphone, output }),
      clock,
      log,
      remotePartyOf: this.#partyOf,
      mediaForReferral: () => media.forOutgoing(),
      reachable: () => this.#registration.check('a call has no sound'),
      returned: (one) => this.cameBack(one),
      changed: (view) => this.#onCall(view),
    });
    this.calls.add(session);
    return session;
  }

  #onCall(view: CallView): void {
    this.calls.changed(view);
    if (view.state === 'ended' && this.calls.all.length === 0) this.#afterLastCall();
    this.#quality.changed();
    this.#tell(view);
    this.callChanged(view);
  }

  /** `anew`: over a new connection. */
  #mendCalls(anew: boolean): void {
    const moved = this.#moves.moves(anew);
    for (const session of this.calls.all) session.reconnected(moved);
  }

  /** The network may have changed without the browser saying so: then the connection is dead too, and what is moved is moved with it. */
  async #soundStopped(): Promise<void> {
    if (!(await this.#registration.check('sound stopped'))) this.#moves.changed();
  }

  #tell(view: CallView | undefined): void {
    if (view?.state === 'ended') this.#options.onCall(view, this.#quality.end(view.id));
    else if (view) this.#options.onCall({ ...view, quality: this.#quality.warningOf(view.id) }, null);
  }

  #afterLastCall(): void {
    this.#options.microphone.release();
    if (this.#registration.view.status === 'registered') void this.#options.media.warm();
  }

  #onRegistration(view: RegistrationView): void {
    // A phone that cannot call keeps no relay waiting.
    if (view.status !== 'registered' && view.status !== 'connecting') this.#options.media.cool();
    if (view.status === 'registered') {
      this.#cancelRinging?.();
      this.#cancelRinging = null;
      this.#mendCalls(true);
      if (this.calls.all.length === 0) void this.#options.media.warm();
    } else if (!this.#user.connected) {
      for (const session of this.calls.all) session.connectionLost();
      this.#cancelRinging ??= this.#options.clock.after(RINGING_WITHOUT_CONNECTION, () => {
        for (const session of this.calls.all) if (session.view.state === 'ringing') session.fail('connection-lost');
      });
    }
    this.#options.onRegistration(view);
  }

  readonly #partyOf = (identity: SipIdentity): RemoteParty => remotePartyOf(identity, this.#options.account);
}
