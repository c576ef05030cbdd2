import * as v from 'valibot';
import type { Clock } from '@/utils/contract/clock';
import { EVENTS_CLOSE, serverEventSchema, type ClientEvent, type ServerEvent } from '@/utils/contract/events';
import type { Logger } from '@/utils/contract/logger';
import type { ChangeFeed } from './change-feed';

/** Milliseconds, as all here. */
const PING_EVERY = 10_000;
/** Nothing heard for so long, pings included: half open. */
const SILENCE = 24_000;
/** From opening to `welcome`. */
const WELCOME_WITHIN = 8_000;
/** Number of a try that the policy already spaces out. */
const SLOW_TRY = 8;

export interface EventsSocketOptions {
  /** Origin of the server. */
  readonly server: string;
  readonly token: string;
  readonly feed: ChangeFeed;
  readonly createWebSocket: (url: string) => WebSocket;
  readonly clock: Clock;
  /** Delay before try number `attempt`, in milliseconds. */
  readonly delay: (attempt: number) => number;
  readonly log: Logger;
  /** The server took us in: it is up. */
  readonly onOpen: () => void;
  /** The session is unknown or revoked; no further try is made. */
  readonly onRevoked: () => void;
}

/** The WebSocket over which the One server pushes the user's changes; connects again whenever it is lost. */
export class EventsSocket {
  readonly #options: EventsSocketOptions;
  #socket: WebSocket | null = null;
  #running = false;
  #attempt = 0;
  #lastHeard = 0;
  #timers: (() => void)[] = [];

  constructor(options: EventsSocketOptions) {
    this.#options = options;
  }

  start(): void {
    this.#running = true;
    this.#connect();
  }

  stop(): void {
    this.#running = false;
    this.#drop();
  }

  /** The network changed: the socket may be dead, or a new one possible at once. */
  reconnect(): void {
    if (!this.#running) return;
    this.#attempt = 0;
    this.#connect();
  }

  #connect(): void {
    this.#drop();
    const { server, createWebSocket, clock } = this.#options;
    const url = new URL('/api/events', server);
    url.protocol = url.protocol === 'http:' ? 'ws:' : 'wss:';
    let socket: WebSocket;
    try {
      socket = createWebSocket(url.href);
    } catch {
      return this.#again();
    }
    this.#socket = socket;
    const mine = <E>(run: (event: E) => void) => (event: E) => {
      if (this.#socket === socket) run(event);
    };
    socket.addEventListener('open', mine(() => void this.#hello(socket)));
    socket.addEventListener('message', mine((event: MessageEvent<unknown>) => this.#receive(event.data)));
    socket.addEventListener('close', mine((event: CloseEvent) => this.#closed(event.code)));
    this.#timers.push(clock.after(WELCOME_WITHIN, () => this.#again()));
  }

  async #hello(socket: WebSocket): Promise<void> {
    const since = await this.#options.feed.begin();
    if (this.#socket === socket) this.#send({ type: 'hello', token: this.#options.token, since });
  }

  #receive(data: unknown): void {
    const event = parse(data);
    if (!event) {
      this.#options.log.warn('events socket: message not understood');
      return;
    }
    const { clock, feed, log } = this.#options;
    this.#lastHeard = clock.now();
    if (event.type === 'changes')
      feed.take(event.changes).catch((error: unknown) => {
        log.error('changes not stored', { error: String(error) });
        // What fails to store now mostly fails again at once.
        this.#attempt = SLOW_TRY;
        this.#again();
      });
    if (event.type !== 'welcome') return;
    for (const cancel of this.#timers.splice(0)) cancel();
    this.#attempt = 0;
    this.#timers.push(clock.every(PING_EVERY, () => this.#ping()));
    log.info('events socket open');
    this.#options.onOpen();
  }

  #ping(): void {
    const now = this.#options.clock.now();
    if (now - this.#lastHeard > SILENCE) this.#again();
    else this.#send({ type: 'ping', at: now });
  }

  #send(event: ClientEvent): void {
    try {
      this.#socket?.send(JSON.stringify(event));
    } catch {
      this.#again();
    }
  }

  #closed(code: number): void {
    if (code !== EVENTS_CLOSE.revoked) return this.#again();
    this.#options.log.warn('session revoked');
    this.stop();
    this.#options.onRevoked();
  }

  #again(): void {
    this.#drop();
    if (!this.#running) return;
    this.#timers.push(this.#options.clock.after(this.#options.delay(this.#attempt++), () => this.#connect()));
  }

  #drop(): void {
    for (const cancel of this.#timers.splice(0)) cancel();
    const socket = this.#socket;
    this.#socket = null;
    try {
      socket?.close();
    } catch {
      // Already dead.
    }
  }
}

function parse(data: unknown): ServerEvent | null {
  if (typeof data !== 'string') return null;
  try {
    const parsed = v.safeParse(serverEventSchema, JSON.parse(data));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
