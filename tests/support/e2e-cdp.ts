import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import WebSocket from 'ws';
import type { Network } from './e2e-network';
import { waitFor } from './e2e-wait-for';

interface Reply {
  id?: number;
  result?: unknown;
  error?: { message: string };
}

export interface CdpTarget {
  targetId: string;
  type: string;
  url: string;
  /** Somebody debugs it. */
  attached: boolean;
}

/**
 * Chrome DevTools Protocol without a library, because it must attach to nothing but what it is told to:
 * a debugger on the service worker would keep it alive.
 */
export class Cdp {
  private next = 1;
  private readonly waiting = new Map<number, (reply: Reply) => void>();

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => {
      const reply = JSON.parse(data.toString()) as Reply;
      if (reply.id === undefined) return;
      this.waiting.get(reply.id)?.(reply);
      this.waiting.delete(reply.id);
    });
  }

  /** Connects to the browser that runs on this profile with `--remote-debugging-port=0`, on a network of its own where one is given. */
  static async ofProfile(profileDir: string, network?: Network): Promise<Cdp> {
    const [port, path] = await waitFor('DevToolsActivePort', () => {
      const lines = readFileSync(join(profileDir, 'DevToolsActivePort'), 'utf8').split('\n');
      return lines.length >= 2 && lines;
    });
    const socket = new WebSocket(network ? `ws+unix://${await network.socketTo(Number(port))}:${path}` : `ws://127.0.0.1:${port}${path}`);
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    return new Cdp(socket);
  }

  send<T = Record<string, unknown>>(method: string, params: object = {}, sessionId?: string): Promise<T> {
    const id = this.next++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, (reply) => (reply.error === undefined ? resolve(reply.result as T) : reject(new Error(`${method}: ${reply.error.message}`))));
      this.socket.send(JSON.stringify({ id, method, params, ...(sessionId !== undefined && { sessionId }) }));
    });
  }

  async targets(): Promise<CdpTarget[]> {
    const { targetInfos } = await this.send<{ targetInfos: CdpTarget[] }>('Target.getTargets', { filter: [{}] });
    return targetInfos;
  }

  /** Session of a target; the caller detaches. */
  async attach(targetId: string): Promise<string> {
    const { sessionId } = await this.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
    return sessionId;
  }

  /** Value of an expression in a target; promises are awaited. */
  async evaluate<T>(sessionId: string, expression: string): Promise<T> {
    const answer = await this.send<{ result: { value: T }; exceptionDetails?: { exception?: { description?: string }; text: string } }>(
      'Runtime.evaluate',
      { expression, awaitPromise: true, returnByValue: true, userGesture: false },
      sessionId,
    );
    const problem = answer.exceptionDetails;
    if (problem !== undefined) throw new Error(problem.exception?.description ?? problem.text);
    return answer.result.value;
  }

  close(): void {
    this.socket.close();
  }
}
