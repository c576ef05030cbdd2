import type { Clock } from '@/utils/contract/clock';
import type { Logger } from '@/utils/contract/logger';
import type { Person } from '@/utils/contract/person';
import { searchPeople, type OwnContact, type PersonMatch } from '@/utils/domain/people/search-people';
import { OneApi } from '@/utils/server-link/one-api';
import type { CoreAdapters, StoredAccount } from './adapters';

/** A list of colleagues older than this is asked for anew when somebody looks. Milliseconds. */
const FRESH = 60_000;

/** Whom a call can be handed on to: the colleagues as the One server lists them, and the user's own contacts. */
export class People {
  readonly #api: (server: string) => OneApi;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #contacts: () => readonly OwnContact[];
  #account: Extract<StoredAccount, { kind: 'one' }> | null = null;
  #colleagues: readonly Person[] = [];
  /** Epoch ms; null: never for this account. */
  #fetchedAt: number | null = null;
  #fetching: Promise<void> | null = null;

  constructor({ fetch, clock, log }: Pick<CoreAdapters, 'fetch' | 'clock' | 'log'>, contacts: () => readonly OwnContact[]) {
    this.#api = (server) => new OneApi({ server, fetch, clock });
    this.#clock = clock;
    this.#log = log;
    this.#contacts = contacts;
  }

  /** Null, or an account of another PBX: there are no colleagues. */
  follow(account: StoredAccount | null): void {
    this.#account = account?.kind === 'one' ? account : null;
    this.#colleagues = [];
    this.#fetchedAt = null;
    this.#fetching = null;
  }

  /** Settles when the list is as new as the server lets it be; never rejects. */
  refresh(): Promise<void> {
    const account = this.#account;
    if (!account) return Promise.resolve();
    this.#fetching ??= this.#fetch(account).finally(() => {
      if (this.#account === account) this.#fetching = null;
    });
    return this.#fetching;
  }

  /** Of a colleague with this number or extension. */
  nameOf(number: string): string | null {
    return this.#colleagues.find((one) => [one.extension, one.fixedNumber, one.mobileNumber].includes(number))?.name ?? null;
  }

  /** Waits for the first list only; a newer one serves the next search. */
  async search(query: string): Promise<PersonMatch[]> {
    const age = this.#fetchedAt === null ? Number.POSITIVE_INFINITY : this.#clock.now() - this.#fetchedAt;
    const refreshed = age > FRESH ? this.refresh() : null;
    if (this.#fetchedAt === null) await refreshed;
    return searchPeople(query, { colleagues: this.#colleagues, contacts: this.#contacts() });
  }

  async #fetch(account: Extract<StoredAccount, { kind: 'one' }>): Promise<void> {
    try {
      const people = await this.#api(account.server).people(account.token);
      if (this.#account !== account) return;
      this.#colleagues = people.filter(({ id }) => id !== account.me.id);
    } catch (error) {
      this.#log.warn('colleagues could not be listed', { error: String(error) });
    }
    // Also when it failed: a server that does not answer is not waited for at each key.
    if (this.#account === account) this.#fetchedAt = this.#clock.now();
  }
}
