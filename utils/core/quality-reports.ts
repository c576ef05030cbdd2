import type { QualityReport } from '@/utils/contract/call-quality';
import { LinkError } from '@/utils/server-link/link-error';
import { apiOf, type LinkAdapters, type OneAccount } from './one-account';

/** Of calls that ended while the server could not be reached; the oldest are let go. */
const WAITING = 20;

/** Tells the One server what this device's calls were like; what it cannot be told now waits for the link to open. */
export class QualityReports {
  readonly #adapters: LinkAdapters;
  readonly #account: OneAccount;
  #waiting: readonly QualityReport[] = [];

  constructor(account: OneAccount, adapters: LinkAdapters) {
    this.#account = account;
    this.#adapters = adapters;
  }

  async send(report: QualityReport): Promise<void> {
    try {
      await apiOf(this.#account, this.#adapters).reportQuality(this.#account.token, report);
    } catch (error) {
      if (error instanceof LinkError && error.code === 'unreachable') this.#waiting = [...this.#waiting, report].slice(-WAITING);
      // A server from before this, or one that never saw the call, is not asked again.
      else this.#adapters.log.debug('quality not told', { error: String(error) });
    }
  }

  /** The link is open. */
  async flush(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const report of waiting) await this.send(report);
  }
}
