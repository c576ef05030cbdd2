import type { Change } from '@/utils/contract/change-feed';
import type { CallView, PhoneState, RegistrationView } from '@/utils/contract/phone-state';
import type { QualitySample } from '@/utils/domain/quality/quality-sample';
import type { QualitySummary } from '@/utils/domain/quality/quality-summary';
import { PreparedMedia } from '@/utils/phone/media/prepared-media';
import { Phone } from '@/utils/phone/phone';
import { reconnectDelay } from '@/utils/phone/reconnect-policy';
import { SipJsUser } from '@/utils/phone/sipjs/sipjs-user';
import { ChangeFeed } from '@/utils/server-link/change-feed';
import { EventsSocket } from '@/utils/server-link/events-socket';
import { phoneAccountOf } from './account-of';
import type { CoreAdapters, StoredAccount } from './adapters';
import { IceRenewal } from './ice-renewal';

export interface ActiveAccountEvents {
  readonly onRegistration: (view: RegistrationView) => void;
  readonly onCall: (call: CallView, quality: QualitySummary | null) => void;
  readonly onQuality: (callId: string, sample: QualitySample) => void;
  /** The link to the One server is there, at first or again. */
  readonly onLink: () => void;
  /** The One server's call records changed, in order; rejects when they were not taken. */
  readonly onCallRecords: (changes: readonly Change[]) => Promise<void>;
  /** What is kept of the account is different now: its TURN credentials were renewed. */
  readonly onStored: (stored: StoredAccount) => void;
  /** Calls that the server sets up are coming along, in order. */
  readonly onOrderedCalls: (changes: readonly Change[]) => void;
}

/** Letters and digits, from the injected random. */
export function tokenMaker(random: () => number): (length: number) => string {
  return (length) => Array.from({ length }, () => Math.floor(random() * 36).toString(36)).join('');
}

/** A signed-in account at work: its phone, and for a One account its link to the server. */
export class ActiveAccount {
  readonly phone: Phone;
  readonly feed: ChangeFeed | null;
  #stored: StoredAccount;
  readonly #events: EventsSocket | null;
  readonly #stops: (() => void)[] = [];

  private constructor(stored: StoredAccount, phone: Phone, link: { feed: ChangeFeed; events: EventsSocket } | null) {
    this.#stored = stored;
    this.phone = phone;
    this.feed = link?.feed ?? null;
    this.#events = link?.events ?? null;
  }

  get stored(): StoredAccount {
    return this.#stored;
  }

  /** Builds and starts it. `fresh`: the account has been signed in to just now. */
  static async start(
    stored: StoredAccount,
    adapters: CoreAdapters,
    { microphone, receiving }: Pick<PhoneState, 'microphone' | 'receiving'>,
    events: ActiveAccountEvents,
    fresh: boolean,
  ): Promise<ActiveAccount> {
    const { clock, random, log, createWebSocket, createPeerConnection, generateCertificate, output, mixer, network } = adapters;
    const account = phoneAccountOf(stored, await adapters.accounts.deviceIdentity());
    const token = tokenMaker(random);
    const phone = new Phone({
      account,
      createUser: (userEvents) => new SipJsUser({ account, createWebSocket, clock, random, token, log, events: userEvents }),
      media: new PreparedMedia({
        createPeerConnection,
        ...(generateCertificate && { generateCertificate }),
        access: account,
        clock,
        log,
      }),
      microphone: adapters.microphone,
      output,
      mixer,
      network,
      clock,
      random,
      token,
      log,
      ...events,
    });
    phone.microphoneIs(microphone);
    phone.receive(receiving);
    const renewal =
      stored.kind === 'one' ?
        new IceRenewal({
          account: stored,
          adapters,
          fresh,
          renewed: (access) => {
            active.#stored = { ...stored, ...access };
            phone.useIce(access);
            events.onStored(active.#stored);
          },
        })
      : null;
    const onLink = () => {
      renewal?.linked();
      events.onLink();
    };
    const active: ActiveAccount = new ActiveAccount(stored, phone, stored.kind === 'one' ? linkOf(stored, adapters, phone, { ...events, onLink }) : null);
    active.#stops.push(() => renewal?.stop());
    active.#run(adapters);
    return active;
  }

  /** Unregisters and hangs up; resolves within a few seconds whether or not the server answers. */
  async stop(): Promise<void> {
    for (const stop of this.#stops.splice(0)) stop();
    this.#events?.stop();
    await this.phone.stop();
  }

  reconnect(): void {
    this.phone.reconnect();
    this.#events?.reconnect();
  }

  #run({ network }: CoreAdapters): void {
    this.phone.start();
    this.#events?.start();
    this.#stops.push(network.subscribe((event) => event !== 'offline' && this.#events?.reconnect()));
  }
}

function linkOf(
  stored: Extract<StoredAccount, { kind: 'one' }>,
  adapters: CoreAdapters,
  phone: Phone,
  { onCallRecords, onLink, onOrderedCalls }: ActiveAccountEvents,
): { feed: ChangeFeed; events: EventsSocket } {
  const feed = new ChangeFeed(adapters.accounts);
  feed.subscribe('calls', onCallRecords);
  feed.subscribe('orderedCalls', onOrderedCalls);
  const events = new EventsSocket({
    server: stored.server,
    token: stored.token,
    feed,
    createWebSocket: (url) => adapters.createWebSocket(url),
    clock: adapters.clock,
    delay: (attempt) => reconnectDelay(attempt, adapters.random()),
    log: adapters.log,
    onOpen: () => {
      phone.serverMayBeBack();
      onLink();
    },
    onRevoked: () => phone.revoked(),
  });
  return { feed, events };
}
