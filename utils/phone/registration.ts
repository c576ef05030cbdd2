import type { Clock } from '@/utils/contract/clock';
import type { Logger } from '@/utils/contract/logger';
import type { RegistrationProblem, RegistrationView } from '@/utils/contract/phone-state';
import type { NetworkPort } from './ports';
import { isWake, refreshDelay, rejectedDelay } from './reconnect-policy';
import { ServerAddresses } from './server-addresses';
import type { RegisterOutcome, SipUser } from './sip-user';

/** Lifetime asked for, in seconds. */
const EXPIRES = 600;
/** How often a gap in the clock, left by sleep, is looked for. Milliseconds. */
const WAKE_PERIOD = 5_000;
/** Network events come in bursts; the last of one counts. Milliseconds. */
const NETWORK_SETTLE = 150;
/** A connection lost sooner than this after it was made counts as one more failed try. Milliseconds. */
const STABLE = 5_000;

/** A check of the connection that takes longer has failed. Milliseconds. */
const CHECK_PATIENCE = 5_000;
/** An address that does not open by then will not; sooner where another one waits. Milliseconds. */
const OPENS_WITHIN = 5_000;
const OPENS_WITHIN_OF_SEVERAL = 2_000;

export interface RegistrationOptions {
  readonly user: SipUser;
  /** WebSocket addresses of one edge, the preferred one first. */
  readonly servers: readonly string[];
  /** What refused credentials mean: a One server has revoked the device; a SIP account has the wrong password. */
  readonly refusedMeans: 'wrong-credentials' | 'device-revoked';
  readonly clock: Clock;
  readonly random: () => number;
  readonly network: NetworkPort;
  readonly log: Logger;
  readonly changed: (view: RegistrationView) => void;
  /** The network changed, and the connection has outlived that. */
  readonly reachable: () => void;
}

/**
 * Keeps one identity registered (RFC 3261 section 10, RFC 5626): connects, registers, refreshes, and when anything is lost
 * starts again by the reconnect policy.
 *
 *   connecting ──200──▶ registered ──socket lost, refresh failed──▶ connecting
 *       │  ▲                                                            │
 *       │  └── after the policy's delay, network change, wake ── offline ◀── no answer, 5xx
 *       └── credentials refused ──▶ rejected (the user, or a long wait, leads out)
 */
export class Registration {
  readonly #options: RegistrationOptions;
  readonly #stops: (() => void)[] = [];
  #view: RegistrationView = { status: 'signed-out', reason: null, retryAt: null };
  #running = false;
  readonly #servers: ServerAddresses;
  #refusals = 0;
  /** A server that is starting takes connections before it answers: word of its return came while one was tried. */
  #hinted = false;
  #registeredAt = 0;
  /** Results of older tries are dropped. */
  #generation = 0;
  #cancelTimer: (() => void) | null = null;
  #waiting: ((registered: boolean) => void)[] = [];
  /** Under way; what comes of it is not acted on yet. */
  #checking: Promise<boolean> | null = null;

  constructor(options: RegistrationOptions) {
    this.#options = options;
    this.#servers = new ServerAddresses(options.servers, options.random);
  }

  get view(): RegistrationView {
    return this.#view;
  }

  start(): void {
    const { clock, network } = this.#options;
    this.#running = true;
    let settle: (() => void) | null = null;
    this.#stops.push(
      network.subscribe((event) => {
        settle?.();
        // `offline` alone proves nothing: a server on this machine stays within reach, and liveness notices the rest.
        if (event !== 'offline') settle = clock.after(NETWORK_SETTLE, () => this.#onNetwork(event));
      }),
      () => settle?.(),
    );
    let last = clock.now();
    this.#stops.push(
      clock.every(WAKE_PERIOD, () => {
        const gap = clock.now() - last;
        last = clock.now();
        if (isWake(gap, WAKE_PERIOD)) this.#again('the machine slept');
      }),
    );
    void this.#try();
  }

  /** Unregisters where there is a connection, and ends. Resolves within 6 s. */
  async stop(): Promise<void> {
    if (!this.#running) return;
    const wasRegistered = this.#view.status === 'registered';
    this.#running = false;
    this.#generation++;
    this.#cancelTimer?.();
    for (const stop of this.#stops.splice(0)) stop();
    this.#set('signed-out', null, null);
    this.#tell(false);
    if (wasRegistered && this.#options.user.connected) await this.#options.user.register(0);
  }

  /**
   * Whether the server is still there at the other end of the connection, asked because something hints that it is not. When it
   * is not, registering again begins at once. Never rejects.
   */
  async check(why: string): Promise<boolean> {
    if (this.#view.status !== 'registered') return false;
    const generation = this.#generation;
    const checking = this.#options.user.check();
    this.#checking = checking;
    const alive = await checking;
    if (this.#checking === checking) this.#checking = null;
    if (generation !== this.#generation || this.#view.status !== 'registered') return false;
    if (!alive) this.#again(why, true);
    return alive;
  }

  /** The user wants it now, whatever was planned or refused. */
  reconnect(): void {
    this.#refusals = 0;
    this.#again('asked for');
  }

  /** The server may be back: do not wait for the planned try. One under way is left alone, and should it fail, followed at once. */
  retryNow(): void {
    this.#hinted = this.#view.status === 'connecting';
    if (this.#view.status === 'offline') this.#again('the server may be back');
  }

  /** The server said elsewhere that this device is cut off. */
  revoked(): void {
    if (!this.#running) return;
    this.#generation++;
    this.#cancelTimer?.();
    this.#set('rejected', 'device-revoked', null);
    this.#tell(false);
    void this.#options.user.disconnect();
  }

  /** The socket is gone, unasked. */
  disconnected(): void {
    if (!this.#running || this.#view.status === 'rejected' || this.#view.status === 'offline') return;
    const { clock, log } = this.#options;
    log.info('connection to the edge lost');
    // A proxy in front of a PBX that is down opens the socket and closes it: a try that failed, like one that found nobody.
    if (this.#view.status === 'connecting') {
      this.#generation++;
      return this.#take({ kind: 'no-answer' });
    }
    const now = clock.now();
    this.#servers.lost(now, now - this.#registeredAt >= STABLE);
    this.#generation++;
    this.#set('connecting', null, null);
    this.#schedule(this.#servers.next(now).delay, () => void this.#try());
  }

  /** Registers anew over the connection that is there; what comes of it counts as always. Milliseconds, null without an answer in time. */
  async registerAnew(): Promise<number | null> {
    if (this.#view.status !== 'registered') return null;
    const { clock } = this.#options;
    const began = clock.now();
    const answered = this.#refresh().then(() => this.#view.status === 'registered');
    const late = new Promise<false>((resolve) => clock.after(CHECK_PATIENCE, () => resolve(false)));
    return (await Promise.race([answered, late])) ? clock.now() - began : null;
  }

  /** True as soon as registered, over a connection that is not just being doubted; false when that did not happen within `ms`. */
  async whenRegistered(ms: number): Promise<boolean> {
    if (this.#view.status === 'registered' && (await (this.#checking ?? true))) return true;
    if (!this.#running || this.#view.status === 'rejected') return false;
    this.retryNow();
    return new Promise((resolve) => {
      const cancel = this.#options.clock.after(ms, () => settle(false));
      const settle = (registered: boolean) => {
        cancel();
        this.#waiting = this.#waiting.filter((one) => one !== settle);
        resolve(registered);
      };
      this.#waiting.push(settle);
    });
  }

  #onNetwork(event: 'online' | 'offline' | 'changed'): void {
    const why = `network ${event}`;
    if (this.#view.status !== 'registered') return this.#again(why);
    // A hint only: browsers tell of worse figures of the same network too, and another one beside it leaves the connection whole.
    void this.check(why).then((alive) => alive && this.#options.reachable());
  }

  /** `elsewhere`: where there is another address, that one first. */
  #again(why: string, elsewhere = false): void {
    if (!this.#running || (this.#view.status === 'rejected' && why !== 'asked for')) return;
    this.#options.log.info('registering again', { why });
    this.#servers.forget();
    if (elsewhere) this.#servers.next(this.#options.clock.now());
    this.#generation++;
    this.#cancelTimer?.();
    void this.#options.user.disconnect().then(() => this.#try());
  }

  async #try(): Promise<void> {
    if (!this.#running) return;
    const generation = ++this.#generation;
    const { user } = this.#options;
    this.#cancelTimer?.();
    this.#set('connecting', this.#view.reason, null);
    let outcome: RegisterOutcome = { kind: 'no-answer' };
    try {
      await user.connect(this.#servers.current, this.#servers.several ? OPENS_WITHIN_OF_SEVERAL : OPENS_WITHIN);
      if (generation === this.#generation) outcome = await user.register(EXPIRES);
    } catch (error) {
      this.#options.log.debug('could not connect', { error: String(error) });
    }
    if (generation === this.#generation) this.#take(outcome);
  }

  #take(outcome: RegisterOutcome): void {
    const { random, network, refusedMeans, log, user } = this.#options;
    if (outcome.kind === 'registered') return this.#onRegistered(outcome.expires);
    // Half-dead connections are not kept: the next try starts from nothing.
    void user.disconnect();
    if (outcome.kind === 'wrong-credentials') {
      log.error('credentials refused');
      this.#set('rejected', refusedMeans, null);
      this.#tell(false);
      return this.#schedule(rejectedDelay(this.#refusals++, random()), () => void this.#try());
    }
    const reason: RegistrationProblem =
      outcome.kind === 'rejected' ? 'server-error'
      : network.online ? 'server-unreachable'
      : 'no-network';
    const retryAfter = outcome.kind === 'rejected' ? (outcome.retryAfter ?? 0) * 1_000 : 0;
    const now = this.#options.clock.now();
    this.#servers.failed(now, Math.min(retryAfter, 60_000));
    const attempt = this.#servers.failures;
    const { delay: planned, another } = this.#servers.next(now);
    const delay = this.#hinted && retryAfter === 0 ? 0 : planned;
    this.#hinted = false;
    log.warn('not registered', { reason, attempt, retryInMs: delay });
    if (another) this.#set('connecting', reason, null);
    else this.#set('offline', reason, now + delay);
    this.#schedule(delay, () => void this.#try());
  }

  #onRegistered(expires: number): void {
    const { clock, random, log, user } = this.#options;
    if (this.#view.status !== 'registered') {
      log.info('registered', { expires });
      this.#registeredAt = clock.now();
    }
    this.#refusals = 0;
    this.#hinted = false;
    this.#set('registered', null, null);
    user.flush();
    this.#tell(true);
    this.#schedule(refreshDelay(expires, random()), () => void this.#refresh());
  }

  async #refresh(): Promise<void> {
    const generation = ++this.#generation;
    const outcome = await this.#options.user.register(EXPIRES);
    if (generation === this.#generation) this.#take(outcome);
  }

  #schedule(ms: number, run: () => void): void {
    this.#cancelTimer?.();
    this.#cancelTimer = this.#options.clock.after(ms, run);
  }

  #tell(registered: boolean): void {
    for (const settle of this.#waiting.slice()) settle(registered);
  }

  #set(status: RegistrationView['status'], reason: RegistrationView['reason'], retryAt: number | null): void {
    const { status: oldStatus, reason: oldReason, retryAt: oldRetry } = this.#view;
    if (status === oldStatus && reason === oldReason && retryAt === oldRetry) return;
    this.#view = Object.freeze({ status, reason, retryAt });
    this.#options.changed(this.#view);
  }
}
