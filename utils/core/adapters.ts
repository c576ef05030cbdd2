import type { CommandName, CommandInput, ResultOf } from '@/utils/contract/commands';
import type { PhoneState } from '@/utils/contract/phone-state';
import type { DeviceCredential, Me } from '@/utils/contract/account-api';
import type { Clock } from '@/utils/contract/clock';
import type { HistoryEntry } from '@/utils/contract/history-entry';
import type { CallMethod } from '@/utils/domain/call/call-method';
import type { Logger } from '@/utils/contract/logger';
import type { IceAccess, SipAccountInput } from '@/utils/contract/sip-account';
import type { CallsInProgressStore } from './calls-in-progress';
import type { HeadsetPort } from './headset-port';
import type { AudioChoice } from '@/utils/domain/audio/audio-choice';
import type { AudioOutputPort, DeviceIdentity, DeviceListPort, MicrophonePort, MixerPort, NetworkPort } from '@/utils/phone/ports';
import type { QualityFeed } from './quality-feed';

/** What the shell gives the core. Core code cannot tell which browser it runs in. */
export interface CoreAdapters {
  readonly accounts: AccountStore;
  readonly history: HistoryStore;
  readonly contacts: ContactBook;
  readonly inProgress: CallsInProgressStore;
  readonly audioChoice: AudioChoiceStore;
  readonly devices: DeviceListPort;
  readonly headset: HeadsetPort;
  readonly microphone: MicrophonePort;
  readonly output: AudioOutputPort;
  readonly mixer: MixerPort;
  readonly network: NetworkPort;
  readonly clock: Clock;
  /** [0, 1), for jitter. */
  readonly random: () => number;
  readonly fetch: typeof fetch;
  readonly createWebSocket: (url: string, protocols?: string[]) => WebSocket;
  readonly createPeerConnection: (configuration: RTCConfiguration) => RTCPeerConnection;
  /** `RTCPeerConnection.generateCertificate`; one serves all calls, so that none waits for a key. */
  readonly generateCertificate?: () => Promise<RTCCertificate>;
  readonly log: Logger;
}

/** What {@link createCore} returns. */
export interface Core {
  readonly state: StateSource;
  /** Seconds of the calls, as they are measured. */
  readonly quality: QualityFeed;
  readonly commands: { <N extends CommandName>(name: N, input: CommandInput<N>): Promise<ResultOf<N>> };
  /** Reads the stored account and connects. */
  start(): Promise<void>;
  /** Somebody looks at the phone: while it cannot be called, the next try is not waited for. */
  lookedAt(): void;
  dispose(): Promise<void>;
}

export interface StateSource {
  readonly value: PhoneState;
  /** Calls at once with the present state and after every change. Returns the way to stop. */
  subscribe(listener: (state: PhoneState) => void): () => void;
}

/** What is stored of the signed-in account; secrets are encrypted by the adapter (the vault). */
export type StoredAccount =
  | ({
      readonly kind: 'one';
      readonly server: string;
      readonly token: string;
      readonly sessionId: string;
      readonly me: Me;
      readonly device: DeviceCredential;
      readonly sipPath: string;
      /** Further addresses of the same edge. */
      readonly sipUrls: readonly string[];
      readonly echoNumber: string;
    } & IceAccess)
  | { readonly kind: 'sip'; readonly input: SipAccountInput };

export interface AccountStore {
  read(): Promise<StoredAccount | null>;
  write(account: StoredAccount): Promise<void>;
  /** The same account with something new in it: what else is kept of it stays. */
  update(account: StoredAccount): Promise<void>;
  clear(): Promise<void>;
  deviceIdentity(): Promise<DeviceIdentity>;
  /** Whether calls ring in this browser; they do until the user says no. Outlives sign-outs. */
  receiving(): Promise<boolean>;
  setReceiving(receiving: boolean): Promise<void>;
  /** Cursor of the change feed for this account; 0 at first. */
  cursor(): Promise<number>;
  setCursor(cursor: number): Promise<void>;
  /** How `account` (as in {@link HistoryEntry.account}) calls from this browser; `here` until it is set. */
  callMethod(account: string): Promise<CallMethod>;
  setCallMethod(account: string, method: CallMethod): Promise<void>;
}

export type { HistoryEntry };

export interface HistoryStore {
  /**
   * This account is followed here from now on, unless it already was: a missed call that ended before is no news here.
   * `account` here and below: whose calls, as in {@link HistoryEntry.account}. Times are epoch ms.
   */
  begin(account: string, now: number): Promise<void>;
  /** Joins each with what is known of its call; one that was removed or cleared does not come back. */
  keep(account: string, entries: readonly HistoryEntry[]): Promise<void>;
  markSeen(account: string): Promise<void>;
  remove(account: string, ids: readonly string[]): Promise<void>;
  /** Removes the calls that ended by then. */
  clear(account: string, endedBy: number): Promise<void>;
  unseenCount(account: string): Promise<number>;
}

/** What this browser was told to use for sound, whoever is signed in. */
export interface AudioChoiceStore {
  read(): AudioChoice;
  write(choice: AudioChoice): void;
}

/** Name by number, as `RemoteParty` has numbers. */
export type ContactNames = ReadonlyMap<string, string>;

export interface ContactBook {
  /** Tells the names of this account's contacts, now and after each change. Returns the way to stop. */
  follow(account: string, listener: (names: ContactNames) => void): () => void;
}
