import { EmitterImpl, TransportState, type Transport, type Emitter } from 'sip.js';
import type { Clock } from '@/utils/contract/clock';
import { unsupportedScheme, withReadableContacts } from './readable';

/** A WebSocket that does not open for so long will not, unless something else is said. Milliseconds. */
const CONNECT_TIMEOUT = 5_000;

export interface TransportOptions {
  /** Address to begin with. */
  readonly server: string;
  readonly createWebSocket: (url: string, protocols?: string[]) => WebSocket;
  readonly clock: Clock;
}

/**
 * SIP over WebSocket (RFC 7118) as SIP.js wants it, over an injected socket. It never reconnects by itself, and a socket
 * given up is let go at once: closing handshakes of half-open sockets take minutes.
 */
export class SipWebSocketTransport implements Transport {
  #server: string;
  #within = CONNECT_TIMEOUT;
  onConnect: (() => void) | undefined;
  onDisconnect: ((error?: Error) => void) | undefined;
  onMessage: ((message: string) => void) | undefined;
  /** Anything came, pongs too. */
  onHeard: (() => void) | undefined;
  /** A request that is answered left; an ACK never is. */
  onRequest: (() => void) | undefined;
  readonly #options: TransportOptions;
  readonly #states = new EmitterImpl<TransportState>();
  #state = TransportState.Disconnected;
  #socket: WebSocket | null = null;
  #connecting: { promise: Promise<void>; settle: (error: Error | null) => void } | null = null;
  #lastHeard = 0;

  constructor(_logger: unknown, options?: unknown) {
    // SIP.js types this argument as anything; SipJsUser is the only one who makes it.
    this.#options = options as TransportOptions;
    this.#server = this.#options.server;
  }

  get protocol(): string {
    return this.#server.startsWith('ws:') ? 'WS' : 'WSS';
  }

  /** Where the next connection leads, and how long it may take to open, in milliseconds. */
  leadsTo(server: string, within: number): void {
    this.#server = server;
    this.#within = within;
  }

  get state(): TransportState {
    return this.#state;
  }

  get stateChange(): Emitter<TransportState> {
    return this.#states;
  }

  /** Epoch ms at which the server last sent anything on this connection. */
  get lastHeard(): number {
    return this.#lastHeard;
  }

  isConnected(): boolean {
    return this.#state === TransportState.Connected;
  }

  connect(): Promise<void> {
    if (this.isConnected()) return Promise.resolve();
    if (this.#connecting) return this.#connecting.promise;
    const cancel = this.#options.clock.after(this.#within, () => this.#lose(new Error('the WebSocket did not open in time')));
    let settle: (error: Error | null) => void = () => undefined;
    const promise = new Promise<void>((resolve, reject) => {
      settle = (error) => {
        cancel();
        this.#connecting = null;
        if (error) reject(error);
        else resolve();
      };
    });
    this.#connecting = { promise, settle };
    this.#enter(TransportState.Connecting);
    try {
      this.#open(this.#options.createWebSocket(this.#server, ['sip']));
    } catch (error) {
      this.#lose(error instanceof Error ? error : new Error('no WebSocket'));
    }
    return promise;
  }

  disconnect(): Promise<void> {
    this.#lose(null);
    return Promise.resolve();
  }

  async dispose(): Promise<void> {
    this.#lose(null);
    this.#states.removeAllListeners();
  }

  send(message: string): Promise<void> {
    if (!this.isConnected() || this.#socket === null) return Promise.reject(new Error('Not connected.'));
    try {
      this.#socket.send(message);
      if (/^(?!ACK )[A-Z]+ /.test(message)) this.onRequest?.();
      return Promise.resolve();
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error('WebSocket send failed.'));
    }
  }

  /** The connection is dead although its socket does not say so. */
  giveUp(reason: string): void {
    this.#lose(new Error(reason));
  }

  #open(socket: WebSocket): void {
    this.#socket = socket;
    socket.binaryType = 'arraybuffer';
    const mine = (run: () => void) => () => {
      if (socket === this.#socket) run();
    };
    socket.addEventListener('open', mine(() => {
      this.#lastHeard = this.#options.clock.now();
      this.#enter(TransportState.Connected);
      this.onConnect?.();
      this.#connecting?.settle(null);
    }));
    socket.addEventListener('close', mine(() => this.#lose(new Error('the WebSocket closed'))));
    socket.addEventListener('message', (event: MessageEvent<unknown>) => {
      if (socket === this.#socket) this.#receive(event.data);
    });
  }

  #receive(data: unknown): void {
    this.#lastHeard = this.#options.clock.now();
    this.onHeard?.();
    const text = typeof data === 'string' ? data : data instanceof ArrayBuffer ? new TextDecoder().decode(data) : '';
    // RFC 5626 section 4.4.1: a pong is a lone CRLF; a server may also ping.
    if (text.trim() === '') {
      if (text === '\r\n\r\n') void this.send('\r\n').catch(() => undefined);
      return;
    }
    const refusal = unsupportedScheme(text);
    if (refusal !== null) void this.send(refusal).catch(() => undefined);
    else this.onMessage?.(withReadableContacts(text));
  }

  #lose(error: Error | null): void {
    const before = this.#state;
    if (before === TransportState.Disconnected) return;
    const socket = this.#socket;
    this.#socket = null;
    this.#enter(TransportState.Disconnected);
    try {
      socket?.close();
    } catch {
      // A socket still connecting, or one already dead: nothing is lost with it.
    }
    if (before === TransportState.Connected) this.onDisconnect?.(error ?? undefined);
    this.#connecting?.settle(error ?? new Error('disconnected'));
  }

  #enter(state: TransportState): void {
    this.#state = state;
    this.#states.emit(state);
  }
}
