import { createSocket, type Socket } from 'node:dgram';
import { EmitterImpl, TransportState, type Transport } from 'sip.js';

export interface UdpTransportOptions {
  /** Of the edge, on this machine. */
  readonly port: number;
  /** Own port; any unless given. */
  readonly localPort?: number;
  /** The user part of every request's URI becomes this one: SIP.js answers for its own alone. */
  readonly answersFor?: string;
}

/** SIP over UDP for SIP.js: what makes it a desk phone. */
export class UdpTransport implements Transport {
  readonly protocol = 'UDP';
  readonly stateChange = new EmitterImpl<TransportState>();
  state: TransportState = TransportState.Disconnected;
  onConnect: (() => void) | undefined;
  onDisconnect: ((error?: Error) => void) | undefined;
  onMessage: ((message: string) => void) | undefined;
  private socket: Socket | null = null;

  constructor(
    _logger: unknown,
    private readonly options: UdpTransportOptions,
  ) {}

  isConnected(): boolean {
    return this.socket !== null;
  }

  async connect(): Promise<void> {
    const socket = createSocket('udp4');
    socket.on('message', (data) => {
      // Four bytes keep a NAT open and are no SIP.
      if (data.length <= 4) return;
      const { answersFor } = this.options;
      const text = data.toString();
      this.onMessage?.(answersFor === undefined ? text : text.replace(/^([A-Z]+ sip:)[^@ ]+@/, `$1${answersFor}@`));
    });
    await new Promise<void>((resolve) => socket.bind(this.options.localPort ?? 0, '127.0.0.1', resolve));
    this.socket = socket;
    this.moveTo(TransportState.Connected);
    this.onConnect?.();
  }

  async disconnect(): Promise<void> {
    const { socket } = this;
    this.socket = null;
    if (socket) await new Promise<void>((resolve) => socket.close(resolve));
    this.moveTo(TransportState.Disconnected);
    this.onDisconnect?.();
  }

  dispose(): Promise<void> {
    return this.disconnect();
  }

  async send(message: string): Promise<void> {
    this.socket?.send(message, this.options.port, '127.0.0.1');
  }

  private moveTo(state: TransportState): void {
    this.state = state;
    this.stateChange.emit(state);
  }
}
