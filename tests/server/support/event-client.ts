import { WebSocket } from 'ws';
import * as v from 'valibot';
import { serverEventSchema, type ServerEvent } from '@/utils/contract/events';
import type { RunningServer } from '@/server/start';

/** A client of /api/events that keeps what it got. */
export class EventClient {
  readonly events: ServerEvent[] = [];
  readonly socket: WebSocket;
  readonly closed: Promise<number>;
  #arrived = () => {};

  constructor(server: RunningServer, headers: Record<string, string> = {}) {
    this.socket = new WebSocket(`${server.url.replace(/^http/, 'ws')}/api/events`, { headers, rejectUnauthorized: false });
    this.socket.on('message', (data) => {
      this.events.push(v.parse(serverEventSchema, JSON.parse(String(data))));
      this.#arrived();
    });
    this.socket.on('error', () => undefined);
    this.closed = new Promise((resolve) => this.socket.once('close', resolve));
  }

  async open(): Promise<this> {
    if (this.socket.readyState === WebSocket.CONNECTING) await new Promise((resolve, reject) => this.socket.once('open', resolve).once('error', reject));
    return this;
  }

  send(message: unknown): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  async hello(token: string, since = 0): Promise<this> {
    await this.open();
    this.send({ type: 'hello', token, since });
    await this.until((events) => events.some((event) => event.type === 'welcome'));
    return this;
  }

  async until(done: (events: readonly ServerEvent[]) => boolean): Promise<void> {
    while (!done(this.events)) await new Promise<void>((resolve) => (this.#arrived = resolve));
  }

  get changes() {
    return this.events.flatMap((event) => (event.type === 'changes' ? event.changes : []));
  }
}
