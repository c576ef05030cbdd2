import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import type { EdgeHandlers, SipEdge } from '@/server/telephony/ports';

/** An edge that carries no calls: its WebSocket sends back what it gets, and it tells what was asked of it. */
export class FakeEdge implements SipEdge {
  readonly kind = 'embedded';
  readonly cut: string[] = [];
  readonly closed: ('detach' | 'stop')[] = [];
  readonly upgradeHeaders: Record<string, unknown>[] = [];
  registered: string[] = [];
  handlers: EdgeHandlers | null = null;
  #server: Server | null = null;
  readonly #sockets = new WebSocketServer({ noServer: true, handleProtocols: () => 'sip' });

  get webSocketPort(): number {
    return (this.#server?.address() as AddressInfo).port;
  }

  async start(handlers: EdgeHandlers): Promise<void> {
    this.handlers = handlers;
    const server = createServer();
    server.on('upgrade', (request, socket, head) => {
      this.upgradeHeaders.push({ ...request.headers, url: request.url });
      this.#sockets.handleUpgrade(request, socket, head, (webSocket: WebSocket) => {
        webSocket.on('message', (data, isBinary) => webSocket.send(data, { binary: isBinary }));
      });
    });
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  }

  async cutOff(username: string): Promise<void> {
    this.cut.push(username);
  }

  async registeredDevices(): Promise<string[]> {
    return this.registered;
  }

  async close(how: 'detach' | 'stop'): Promise<void> {
    this.closed.push(how);
    for (const socket of this.#sockets.clients) socket.terminate();
    await new Promise((resolve) => this.#server?.close(resolve));
  }
}
