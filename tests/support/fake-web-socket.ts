/** The server's end of a {@link FakeWebSocket}. */
export interface FakeServerSocket {
  readonly url: string;
  readonly protocols: readonly string[];
  onMessage: (text: string) => void;
  onClose: () => void;
  send(text: string): void;
  close(code?: number): void;
}

/** What answers a new socket: accept it, refuse it, or leave it hanging. */
export type FakeServer = (socket: FakeServerSocket) => 'open' | 'refuse' | 'hang';

/** A WebSocket in memory. Messages arrive asynchronously and in order, as real ones do. */
export class FakeWebSocket extends EventTarget {
  static readonly OPEN = 1;
  binaryType: BinaryType = 'blob';
  readyState = 0;
  /** Half open: sends vanish, nothing arrives, no close event comes. */
  mute = false;
  readonly server: FakeServerSocket;

  constructor(
    readonly url: string,
    protocols: readonly string[],
    serve: FakeServer,
  ) {
    super();
    this.server = {
      url,
      protocols,
      onMessage: () => undefined,
      onClose: () => undefined,
      send: (text) => this.#later(() => this.readyState === 1 && !this.mute && this.dispatchEvent(new MessageEvent('message', { data: text }))),
      close: (code = 1006) => this.#later(() => this.#close(code)),
    };
    this.#later(() => {
      const answer = serve(this.server);
      if (answer === 'refuse') this.#close(1006);
      if (answer !== 'open' || this.readyState !== 0) return;
      this.readyState = 1;
      this.dispatchEvent(new Event('open'));
    });
  }

  send(text: string): void {
    if (this.readyState !== 1) throw new DOMException('not open', 'InvalidStateError');
    if (!this.mute) this.#later(() => this.server.onMessage(text));
  }

  close(): void {
    if (this.readyState >= 2) return;
    this.readyState = 2;
    this.#later(() => {
      if (!this.mute) this.server.onClose();
      this.#close(1000);
    });
  }

  #close(code: number): void {
    if (this.readyState === 3) return;
    const told = this.readyState !== 2;
    this.readyState = 3;
    if (told) this.server.onClose();
    if (!this.mute) this.dispatchEvent(Object.assign(new Event('close'), { code }));
  }

  #later(run: () => unknown): void {
    setImmediate(run);
  }
}

/** `createWebSocket` as the ports have it. */
export function fakeWebSockets(serve: FakeServer): { create: (url: string, protocols?: string[]) => WebSocket; sockets: FakeWebSocket[] } {
  const sockets: FakeWebSocket[] = [];
  return {
    sockets,
    create: (url, protocols = []) => {
      const socket = new FakeWebSocket(url, protocols, serve);
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
  };
}
