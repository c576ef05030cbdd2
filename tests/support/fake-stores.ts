import type { CallsInProgress, CallsInProgressStore } from '@/utils/core/calls-in-progress';
import type { AccountStore, AudioChoiceStore, ContactBook, ContactNames, HistoryEntry, HistoryStore, StoredAccount } from '@/utils/core/adapters';
import { joinCalls } from '@/utils/core/join-calls';
import { DEFAULT_AUDIO_CHOICE, type AudioChoice } from '@/utils/domain/audio/audio-choice';
import type { DeviceIdentity } from '@/utils/phone/ports';

/** The account store without a vault. */
export class FakeAccountStore implements AccountStore {
  stored: StoredAccount | null = null;
  position = 0;
  receives = true;

  constructor(readonly identity: DeviceIdentity = { instanceId: 'urn:uuid:00000000-0000-4000-8000-0000000000aa', contactName: 'contact1', viaHost: 'core.invalid' }) {}

  async read(): Promise<StoredAccount | null> {
    return this.stored;
  }
  async write(account: StoredAccount): Promise<void> {
    this.stored = account;
  }
  async update(account: StoredAccount): Promise<void> {
    this.stored = account;
  }
  async clear(): Promise<void> {
    this.stored = null;
    this.position = 0;
  }
  async deviceIdentity(): Promise<DeviceIdentity> {
    return this.identity;
  }
  async receiving(): Promise<boolean> {
    return this.receives;
  }
  async setReceiving(receiving: boolean): Promise<void> {
    this.receives = receiving;
  }
  async cursor(): Promise<number> {
    return this.position;
  }
  async setCursor(cursor: number): Promise<void> {
    this.position = cursor;
  }
  readonly methods = new Map<string, string>();
  async callMethod(account: string): Promise<string> {
    return this.methods.get(account) ?? 'here';
  }
  async setCallMethod(account: string, method: string): Promise<void> {
    this.methods.set(account, method);
  }
}

export class FakeAudioChoiceStore implements AudioChoiceStore {
  kept: AudioChoice = DEFAULT_AUDIO_CHOICE;
  read(): AudioChoice {
    return this.kept;
  }
  write(choice: AudioChoice): void {
    this.kept = choice;
  }
}

export class FakeHistoryStore implements HistoryStore {
  entries: HistoryEntry[] = [];
  /** What `keep` rejects with. */
  failure: Error | null = null;
  readonly #followed = new Map<string, number>();

  async begin(account: string, now: number): Promise<void> {
    if (!this.#followed.has(account)) this.#followed.set(account, now);
  }
  async keep(account: string, told: readonly HistoryEntry[]): Promise<void> {
    if (this.failure) throw this.failure;
    const seenBy = this.#followed.get(account) ?? 0;
    const rows = new Map(this.entries.map((entry) => [entry.id, entry]));
    for (const entry of told) rows.set(entry.id, joinCalls(rows.get(entry.id), entry.toldBy === 'phone' || entry.endedAt > seenBy ? entry : { ...entry, unseen: false }));
    this.entries = [...rows.values()];
  }
  async remove(account: string, ids: readonly string[]): Promise<void> {
    this.entries = this.entries.filter((entry) => entry.account !== account || !ids.includes(entry.id));
  }
  async markSeen(owner: string): Promise<void> {
    this.entries = this.entries.map((entry) => (entry.account === owner ? { ...entry, unseen: false } : entry));
  }
  async clear(owner: string, endedBy: number): Promise<void> {
    this.entries = this.entries.filter(({ account, endedAt }) => account !== owner || endedAt > endedBy);
  }
  async unseenCount(owner: string): Promise<number> {
    return this.entries.filter(({ unseen, account }) => unseen && account === owner).length;
  }
}

/** Contacts by a map; `set` again for what another page has changed. */
export class FakeContactBook implements ContactBook {
  readonly #listeners = new Map<string, (names: ContactNames) => void>();
  readonly #names = new Map<string, ContactNames>();

  set(account: string, names: Readonly<Record<string, string>>): void {
    this.#names.set(account, new Map(Object.entries(names)));
    this.#listeners.get(account)?.(this.#names.get(account) ?? new Map());
  }
  follow(account: string, listener: (names: ContactNames) => void): () => void {
    this.#listeners.set(account, listener);
    listener(this.#names.get(account) ?? new Map());
    return () => this.#listeners.delete(account);
  }
}

export class FakeCallsInProgress implements CallsInProgressStore {
  stored: CallsInProgress | null = null;
  read(): CallsInProgress | null {
    return this.stored;
  }
  write(calls: CallsInProgress | null): void {
    this.stored = structuredClone(calls);
  }
}
