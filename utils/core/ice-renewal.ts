import type { IceSettings } from '@/utils/contract/account-api';
import type { IceAccess } from '@/utils/contract/sip-account';
import { apiOf, type LinkAdapters, type OneAccount } from './one-account';

/** New credentials are asked for when so much of their time is over. */
const USED = 0.5;
/** And again this long after a try that failed; a link that opens is a better moment, and comes before. Milliseconds, as all here. */
const RETRY = 60_000;
/** What was told so lately is not asked for again when the link opens. */
const RECENT = 600_000;
/** No timer is set for longer: they cannot count much further. */
const LONGEST = 86_400_000;

/** What the server said of STUN and TURN, at `now` (epoch ms by this browser's clock: the server's may differ). */
export function iceAccessOf({ iceServers, iceLifetime }: IceSettings, now: number): IceAccess {
  return {
    iceServers: iceServers.map(({ urls, username, credential }) => ({
      urls,
      ...(username !== undefined && { username }),
      ...(credential !== undefined && { credential }),
    })),
    iceEndsAt: iceLifetime === null ? null : now + iceLifetime * 1_000,
  };
}

export interface IceRenewalOptions {
  readonly account: OneAccount;
  readonly adapters: LinkAdapters;
  /** What the account says was told by the server just now. */
  readonly fresh: boolean;
  readonly renewed: (access: IceAccess) => void;
}

/** Keeps the TURN credentials of a One account fresh, and takes over what was configured at the server meanwhile. */
export class IceRenewal {
  readonly #options: IceRenewalOptions;
  #cancel: (() => void) | null = null;
  #askedAt = 0;
  #endsAt: number | null = null;
  #stopped = false;

  constructor(options: IceRenewalOptions) {
    this.#options = options;
    if (options.fresh) this.#askedAt = options.adapters.clock.now();
    this.#schedule(options.account.iceEndsAt);
  }

  /** The link to the server is there, at first or again. */
  linked(): void {
    if (this.#options.adapters.clock.now() - this.#askedAt >= RECENT) void this.#ask();
  }

  stop(): void {
    this.#stopped = true;
    this.#cancel?.();
  }

  async #ask(): Promise<void> {
    const { account, adapters, renewed } = this.#options;
    const { clock, log } = adapters;
    this.#askedAt = clock.now();
    try {
      const access = iceAccessOf(await apiOf(account, adapters).iceServers(account.token), clock.now());
      if (this.#stopped) return;
      this.#schedule(access.iceEndsAt);
      renewed(access);
    } catch (error) {
      log.warn('TURN credentials were not renewed', { error: String(error) });
      this.#askedAt = 0;
      if (!this.#stopped && this.#endsAt !== null) this.#after(RETRY);
    }
  }

  #schedule(endsAt: number | null): void {
    this.#cancel?.();
    this.#endsAt = endsAt;
    if (endsAt !== null) this.#after(Math.max(0, (endsAt - this.#options.adapters.clock.now()) * USED));
  }

  #after(ms: number): void {
    this.#cancel?.();
    this.#cancel = this.#options.adapters.clock.after(Math.min(ms, LONGEST), () => void this.#ask());
  }
}
