import { Registerer, RegistererState, UserAgentState, type UserAgent } from 'sip.js';
import type { Clock } from '@/utils/contract/clock';

const EXPIRES_SECONDS = 300;
const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 5000;

/** Keeps a user agent registered: connects, registers, and does both again for as long as it takes after a loss. */
export class ServiceRegistration {
  #registerer: Registerer | null = null;
  #pending = false;
  #registered = false;
  #closed = false;
  #retryMs = FIRST_RETRY_MS;
  #cancelRetry: () => void = () => undefined;
  readonly #waiting = new Set<() => void>();

  constructor(
    private readonly agent: UserAgent,
    private readonly clock: Clock,
    private readonly onChange: (registered: boolean, why: string) => void,
  ) {}

  get registered(): boolean {
    return this.#registered;
  }

  whenRegistered(): Promise<void> {
    return this.#registered ? Promise.resolve() : new Promise((resolve) => this.#waiting.add(resolve));
  }

  async connect(): Promise<void> {
    try {
      if (this.agent.state !== UserAgentState.Started) await this.agent.start();
      // After a refusal the connection is still there.
      else if (!this.agent.isConnected()) await this.agent.reconnect();
      const status = await this.#register();
      if (status !== 200) throw new Error(`refused with ${status}`);
      if (this.#closed) return;
      this.#registered = true;
      this.#retryMs = FIRST_RETRY_MS;
      this.onChange(true, '');
      for (const resolve of this.#waiting) resolve();
      this.#waiting.clear();
    } catch (error) {
      this.lost(error instanceof Error ? error.message : String(error));
    }
  }

  /** Not registered any more: tries again, less and less often. */
  lost(why: string): void {
    if (this.#closed) return;
    if (this.#registered) this.onChange(false, why);
    this.#registered = false;
    this.#cancelRetry();
    this.#cancelRetry = this.clock.after(this.#retryMs, () => void this.connect());
    this.#retryMs = Math.min(this.#retryMs * 2, LAST_RETRY_MS);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#cancelRetry();
    if (this.#registered) {
      const registerer = this.#registerer;
      // dispose() sends the un-REGISTER and waits for its answer.
      await registerer?.dispose();
    }
    await this.agent.stop();
  }

  async #register(): Promise<number> {
    // A request that went down with its connection keeps a Registerer waiting for 32 s (RFC 3261 timer F): take a new one.
    if (!this.#registerer || this.#pending) this.#registerer = this.#createRegisterer();
    const registerer = this.#registerer;
    this.#pending = true;
    const status = await new Promise<number>((resolve, reject) => {
      const requestDelegate = {
        onAccept: () => resolve(200),
        onReject: (response: { message: { statusCode?: number | undefined } }) => resolve(response.message.statusCode ?? 500),
      };
      registerer.register({ requestDelegate }).catch(reject);
    });
    if (registerer === this.#registerer) this.#pending = false;
    return status;
  }

  #createRegisterer(): Registerer {
    const registerer = new Registerer(this.agent, { expires: EXPIRES_SECONDS, regId: 1 });
    registerer.stateChange.addListener((state) => {
      const over = state === RegistererState.Unregistered && registerer === this.#registerer;
      if (over && this.#registered) this.lost('registration ended');
    });
    return registerer;
  }
}
