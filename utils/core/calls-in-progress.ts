import type { Clock } from '@/utils/contract/clock';
import type { CallView, RemoteParty } from '@/utils/contract/phone-state';
import { isLive } from '@/utils/domain/call/call-state';
import type { CallDirection } from '@/utils/domain/call/end-reason';
import { newCall } from '@/utils/phone/new-call';

/** How often it is noted that the calls are still there: as exact as a broken-off call's end is known. Milliseconds. */
const SEEN_EVERY = 5_000;

/** What a host that comes after a crash must know of a call. Times are epoch ms. */
export interface CallInProgress {
  readonly id: string;
  readonly direction: CallDirection;
  readonly remote: RemoteParty;
  readonly startedAt: number;
  readonly answeredAt: number | null;
}

export interface CallsInProgress {
  /** As in `HistoryEntry.account`. */
  readonly account: string;
  /** When the host last noted that they were there. */
  readonly seenAt: number;
  readonly calls: readonly CallInProgress[];
}

/** Outlives the phone host. Never throws: a store that does not work only means that nothing is known after a crash. */
export interface CallsInProgressStore {
  read(): CallsInProgress | null;
  /** Null: no calls. */
  write(calls: CallsInProgress | null): void;
}

export interface CallMemoryOptions {
  readonly store: CallsInProgressStore;
  readonly clock: Clock;
}

/** Remembers the calls that are not over, so that the next host can tell that they broke off if this one crashes. */
export class CallMemory {
  readonly #options: CallMemoryOptions;
  #stop: (() => void) | null = null;
  #written = '';

  constructor(options: CallMemoryOptions) {
    this.#options = options;
  }

  /** Calls a host before this one had and did not see end, as ended now; told once. */
  brokenOff(account: string): CallView[] {
    const { store } = this.#options;
    const found = store.read();
    if (found === null) return [];
    store.write(null);
    if (found.account !== account) return [];
    return found.calls.map(({ id, direction, remote, startedAt, answeredAt }) =>
      Object.freeze<CallView>({
        ...newCall({ id, direction, remote }, startedAt),
        state: 'ended',
        answeredAt,
        endedAt: Math.max(found.seenAt, answeredAt ?? startedAt),
        endReason: 'host-crashed',
      }),
    );
  }

  /** After each change of the calls. */
  keep(account: string | null, calls: readonly CallView[]): void {
    const { clock } = this.#options;
    const live = calls
      .filter(({ state }) => isLive(state))
      .map(({ id, direction, remote, startedAt, answeredAt }) => ({ id, direction, remote: { number: remote.number, name: remote.name }, startedAt, answeredAt }));
    const text = JSON.stringify(live);
    if (text === this.#written) return;
    this.#written = text;
    this.#stop?.();
    this.#stop = null;
    const { store } = this.#options;
    if (account === null || live.length === 0) return store.write(null);
    const note = () => store.write({ account, seenAt: clock.now(), calls: live });
    note();
    this.#stop = clock.every(SEEN_EVERY, note);
  }

  /** Ends the notes, not what they say. */
  dispose(): void {
    this.#stop?.();
    this.#stop = null;
  }
}
