import type { CommandInput, CommandResult } from '@/utils/contract/commands';
import { historyOwner } from '@/utils/contract/history-entry';
import { EMPTY_PHONE_STATE, type CallView, type RegistrationView } from '@/utils/contract/phone-state';
import type { QualitySummary } from '@/utils/domain/quality/quality-summary';
import { OneApi } from '@/utils/server-link/one-api';
import { accountViewOf } from './account-of';
import { ActiveAccount } from './active-account';
import type { CoreAdapters, StoredAccount } from './adapters';
import { CallHistory } from './call-history';
import type { CallList } from './call-list';
import { CallMemory } from './calls-in-progress';
import type { CallerNames } from './contact-names';
import type { OrderedCallList } from './ordered-call-list';
import { failureOf, signInOne, verdictOf } from './sign-in';
import type { People } from './people';
import type { QualityFeed } from './quality-feed';
import { QualityReports } from './quality-reports';
import type { StateStore } from './state-store';

/** A SIP account that has not registered by then could not. Milliseconds; longer than one try takes. */
const VERIFY_WITHIN = 15_000;

/** A call that broke off longer ago is told of by the history alone. Milliseconds. */
const NEWS = 120_000;
export interface AccountsParts {
  readonly adapters: CoreAdapters;
  readonly state: StateStore;
  readonly calls: CallList;
  readonly names: CallerNames;
  readonly people: People;
  readonly ordered: OrderedCallList;
  readonly quality: QualityFeed;
}

/** Signing in and out, and the account that is signed in. One such command at a time. */
export class Accounts {
  readonly #adapters: CoreAdapters;
  readonly #state: StateStore;
  readonly #calls: CallList;
  readonly #names: CallerNames;
  readonly #people: People;
  readonly #history: CallHistory;
  readonly #ordered: OrderedCallList;
  readonly #memory: CallMemory;
  readonly #quality: QualityFeed;
  #active: ActiveAccount | null = null;
  /** Hears registrations while a SIP account is tried; the surfaces do not. */
  #trying: ((view: RegistrationView) => void) | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  constructor({ adapters, state, calls, names, people, ordered, quality }: AccountsParts) {
    this.#ordered = ordered;
    this.#memory = new CallMemory({ store: adapters.inProgress, clock: adapters.clock });
    this.#quality = quality;
    this.#adapters = adapters;
    this.#state = state;
    this.#calls = calls;
    this.#names = names;
    this.#people = people;
    this.#history = new CallHistory({
      history: adapters.history,
      log: adapters.log,
      onFull: (storageFull) => this.#state.set({ storageFull }),
      // Signing out ends calls too.
      onMissed: (account, missed) => this.owner === account && this.#state.set({ missed }),
    });
  }

  get active(): ActiveAccount | null {
    return this.#active;
  }

  /** Whose history is shown and counted; null while nobody is signed in. */
  get owner(): string | null {
    const { account } = this.#state.value;
    return account && historyOwner(account);
  }

  /** The account that was signed in before, if any. */
  restore(): Promise<void> {
    return this.#inTurn(async () => {
      const stored = await this.#adapters.accounts.read();
      if (!stored) return;
      // Before anything is heard of calls of now.
      const owner = historyOwner(accountViewOf(stored));
      const brokenOff = this.#memory.brokenOff(owner);
      await this.#activate(stored);
      for (const call of brokenOff) this.#tellBrokenOff(call, owner);
    });
  }

  signInOne(input: CommandInput<'account.signIn'>): Promise<CommandResult> {
    return this.#inTurn(async () => {
      let stored: StoredAccount;
      try {
        stored = await signInOne(input, this.#adapters);
      } catch (error) {
        return failureOf(error);
      }
      await this.#leave();
      await this.#keep(stored);
      await this.#activate(stored, true);
      this.#adapters.log.info('signed in', { kind: 'one' });
      return { ok: true };
    });
  }

  /** Registers once before it is kept, so that a typing error is told at the form. */
  signInSip(input: CommandInput<'account.signInSip'>): Promise<CommandResult> {
    return this.#inTurn(async () => {
      const stored: StoredAccount = { kind: 'sip', input };
      await this.#leave();
      const verdict = new Promise<CommandResult>((resolve) => {
        const cancel = this.#adapters.clock.after(VERIFY_WITHIN, () => resolve({ ok: false, error: 'server-unreachable' }));
        this.#trying = (view) => {
          const known = verdictOf(view);
          if (!known) return;
          cancel();
          resolve(known);
        };
      });
      await this.#activate(stored);
      const result = await verdict;
      this.#trying = null;
      if (!result.ok) {
        await this.#stop();
        return result;
      }
      await this.#keep(stored);
      this.#adapters.log.info('signed in', { kind: 'sip' });
      return result;
    });
  }

  signOut(): Promise<CommandResult> {
    return this.#inTurn(async () => {
      await this.#leave();
      return { ok: true };
    });
  }

  /** The host goes away; the account stays stored. */
  async dispose(): Promise<void> {
    await this.#inTurn(() => this.#stop());
    this.#memory.dispose();
  }

  async #activate(stored: StoredAccount, fresh = false): Promise<void> {
    const view = accountViewOf(stored);
    const owner = historyOwner(view);
    const missed = await this.#beginHistory(owner);
    const callMethod = await this.#adapters.accounts.callMethod(owner).catch(() => 'here');
    this.#state.set({ account: view, missed, callMethod });
    this.#names.follow(owner);
    this.#people.follow(stored);
    const reports = stored.kind === 'one' ? new QualityReports(stored, this.#adapters) : null;
    this.#active = await ActiveAccount.start(stored, this.#adapters, this.#state.value, {
      onStored: (renewed) => void this.#update(renewed),
      onLink: () => {
        void this.#people.refresh();
        void reports?.flush();
      },
      onRegistration: (registration) => {
        this.#state.set({ registration });
        this.#trying?.(registration);
      },
      onCall: (call, quality) => {
        this.#onCall(call, owner, quality);
        if (quality) void reports?.send({ callId: call.id, quality });
      },
      onQuality: (callId, sample) => this.#quality.add({ callId, sample }),
      onOrderedCalls: (changes) => this.#ordered.take(changes),
      onCallRecords: (changes) => this.#history.take(changes, {
          account: owner,
          device: stored.kind === 'one' ? stored.device.username : '',
          mobile: stored.kind === 'one' ? stored.me.mobileNumber : null,
        }),
    }, fresh);
  }

  #tellBrokenOff(call: CallView, owner: string): void {
    const { log, clock } = this.#adapters;
    log.warn('a call broke off with the host before', { answered: call.answeredAt !== null });
    if (clock.now() - (call.endedAt ?? 0) < NEWS) this.#calls.put(call);
    void this.#history.remember(this.#names.named(call), owner, null);
  }

  #onCall(call: CallView, owner: string, quality: QualitySummary | null): void {
    this.#calls.put(call);
    this.#memory.keep(owner, this.#calls.all);
    if (call.state !== 'ended') return;
    this.#quality.end(call.id);
    void this.#history.remember(this.#names.named(call), owner, quality);
  }

  /** How many missed calls wait; without a database the phone works all the same. */
  async #beginHistory(owner: string): Promise<number> {
    const { history, clock, log } = this.#adapters;
    try {
      await history.begin(owner, clock.now());
      return await history.unseenCount(owner);
    } catch (error) {
      log.error('history could not be read', { error: String(error) });
      return 0;
    }
  }

  /** Signs out whoever is signed in: the server is told, the store is emptied. */
  async #leave(): Promise<void> {
    const stored = this.#active?.stored ?? null;
    await this.#stop();
    if (!stored) return;
    await this.#adapters.accounts.clear();
    this.#adapters.log.info('signed out');
    if (stored.kind !== 'one') return;
    // Without an answer the session stays until it is revoked in the list of sessions; its secrets are gone from here.
    const { fetch, clock, log } = this.#adapters;
    new OneApi({ server: stored.server, fetch, clock })
      .signOut(stored.token)
      .catch((error: unknown) => log.warn('session could not be revoked', { error: String(error) }));
  }

  async #stop(): Promise<void> {
    const active = this.#active;
    this.#active = null;
    await active?.stop();
    this.#calls.clear();
    this.#names.follow(null);
    this.#people.follow(null);
    this.#ordered.clear();
    this.#state.set({ account: null, registration: EMPTY_PHONE_STATE.registration, missed: 0, callMethod: 'here', asking: null });
  }

  /** Not after a sign-out, which would be undone by it. */
  async #update(stored: StoredAccount): Promise<void> {
    const { accounts, log } = this.#adapters;
    await this.#inTurn(async () => {
      if (this.#active?.stored === stored) await accounts.update(stored);
    }).catch((error: unknown) => log.warn('renewed account was not stored', { error: String(error) }));
  }

  async #keep(stored: StoredAccount): Promise<void> {
    const { accounts } = this.#adapters;
    await accounts.write(stored);
    // A cursor counts the changes of one user; of this one nothing is known here yet.
    await accounts.setCursor(0);
  }

  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(run);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }
}
