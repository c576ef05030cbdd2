import type { Sender } from '@/utils/messaging/messenger';
import type { PortLike, PortServer } from '@/utils/messaging/state-port';

class Listeners<A extends unknown[]> {
  readonly #all = new Set<(...args: A) => void>();
  addListener = (listener: (...args: A) => void) => void this.#all.add(listener);
  removeListener = (listener: (...args: A) => void) => void this.#all.delete(listener);
  tell(...args: A): void {
    for (const listener of [...this.#all]) listener(...args);
  }
}

class FakePort implements PortLike {
  readonly onMessage = new Listeners<[unknown]>();
  readonly onDisconnect = new Listeners<[]>();
  other: FakePort | null = null;

  constructor(
    readonly name: string,
    readonly sender?: Sender,
  ) {}

  /** As the browser: messages are copies, delivered after this turn. */
  postMessage(message: unknown): void {
    const { other } = this;
    if (other === null) throw new Error('Attempting to use a disconnected port object');
    const copy: unknown = structuredClone(message);
    queueMicrotask(() => other.onMessage.tell(copy));
  }

  /** Only the other end hears of it. */
  disconnect(): void {
    const { other } = this;
    this.other = null;
    if (other === null) return;
    other.other = null;
    queueMicrotask(() => other.onDisconnect.tell());
  }
}

/** `runtime.connect` and `runtime.onConnect` of two contexts. */
export class FakePortServer implements PortServer {
  #listeners = new Set<(port: PortLike) => void>();
  readonly #open = new Set<FakePort>();

  addListener(listener: (port: PortLike) => void): void {
    this.#listeners.add(listener);
  }

  removeListener(listener: (port: PortLike) => void): void {
    this.#listeners.delete(listener);
  }

  connect(name: string, sender: Sender): PortLike {
    const near = new FakePort(name);
    const far = new FakePort(name, sender);
    if (this.#listeners.size === 0) {
      queueMicrotask(() => near.onDisconnect.tell());
      return near;
    }
    near.other = far;
    far.other = near;
    this.#open.add(far);
    for (const listener of [...this.#listeners]) listener(far);
    return near;
  }

  /** The context that listened is gone, and with it every port. */
  die(): void {
    this.#listeners = new Set();
    for (const port of this.#open) port.disconnect();
    this.#open.clear();
  }
}
