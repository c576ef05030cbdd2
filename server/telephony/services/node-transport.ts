import { EmitterImpl, TransportState, type Transport } from 'sip.js';
import { WebSocket } from 'ws';

export interface NodeTransportOptions {
  /** `ws://127.0.0.1:port/sip` */
  readonly server: string;
  /** Milliseconds until an attempt to connect is given up. */
  readonly connectTimeoutMs: number;
}

/**
 * SIP over WebSocket (RFC 7118) for SIP.js in Node, over `ws`: SIP.js's own transport wants a global
 * WebSocket, which Node 20 has not. It never reconnects by itself; its owner does.
 */
export class NodeTransport implements Transport {
  readonly protocol = 'WS';
  readonly stateChange = new EmitterImpl<TransportState>();
  state: TransportState = TransportState.Disconnected;
  onConnect: (() => void) | undefined;
  onDisconnect: ((error?: Error) => void) | undefined;
  onMessage: ((message: string) => void) | undefined;
  #socket: WebSocket | null = null;

  constructor(
    _logger: unknown,
    private readonly options: NodeTransportOptions,
  ) {}

  isConnected(): boolean {
    return this.state === TransportState.Connected;
  }

  async connect(): Promise<void> {
    if (this.#socket) throw new Error('already connecting or connected');
    const socket = new WebSocket(this.options.server, 'sip', { handshakeTimeout: this.options.connectTimeoutMs });
    this.#socket = socket;
    this.#moveTo(TransportState.Connecting);
    await new Promise<void>((resolve, reject) => {
      let failure: Error | undefined;
      socket.on('message', (data) => this.onMessage?.(String(data)));
      socket.on('error', (error) => (failure = error));
      socket.once('open', () => {
        this.#moveTo(TransportState.Connected);
        this.onConnect?.();
        resolve();
      });
      socket.once('close', (code) => {
        const asked = this.state === TransportState.Disconnecting;
        const wasConnected = asked || this.isConnected();
        const reason = failure ?? new Error(`WebSocket closed (${code})`);
        this.#socket = null;
        this.#moveTo(TransportState.Disconnected);
        reject(reason);
        if (wasConnected) this.onDisconnect?.(asked ? undefined : reason);
      });
    });
  }

  async disconnect(): Promise<void> {
    const socket = this.#socket;
    if (!socket) return;
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    this.#moveTo(TransportState.Disconnecting);
    socket.close(1000);
    await closed;
  }

  dispose(): Promise<void> {
    return this.disconnect();
  }

  async send(message: string): Promise<void> {
    if (!this.#socket || !this.isConnected()) throw new Error('not connected');
    this.#socket.send(message);
  }

  #moveTo(state: TransportState): void {
    this.state = state;
    this.stateChange.emit(state);
  }
}
