import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { createInbox, type Inbox } from '@/tests/support/sip-inbox';
import { WebSocketFrames } from './web-socket-frames';

export interface TappedMessage {
  readonly from: 'phone' | 'edge';
  readonly text: string;
  /** Epoch milliseconds with fractions. */
  readonly at: number;
}

export interface SipTap {
  /** The origin a phone signs in to. */
  readonly url: string;
  readonly messages: Inbox<TappedMessage>;
  /** Cuts every SIP connection, as a network does; returns when. */
  cut(): number;
  close(): Promise<void>;
}

export const epochNow = () => performance.timeOrigin + performance.now();

/**
 * Stands in front of the One server's port and notes when each SIP message passes: an INVITE that has come through here
 * has reached the edge's door, one from the edge is on its way. Bytes pass unchanged.
 */
export async function openSipTap(serverPort: number): Promise<SipTap> {
  const messages = createInbox<TappedMessage>('a SIP message', (one) => one.text.slice(0, 40));
  const sipSockets = new Set<Socket>();
  const all = new Set<Socket>();
  const server = createServer({ noDelay: true }, (client) => {
    const upstream = connect({ host: '127.0.0.1', port: serverPort, noDelay: true });
    for (const socket of [client, upstream]) {
      all.add(socket);
      socket.on('error', () => undefined);
      socket.once('close', () => {
        all.delete(socket);
        sipSockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    watch(client, upstream, 'phone');
    watch(upstream, client, 'edge');
  });

  function watch(source: Socket, target: Socket, from: TappedMessage['from']): void {
    let frames: WebSocketFrames | null = null;
    source.on('data', (chunk: Buffer) => {
      const at = epochNow();
      target.write(chunk);
      let data = chunk;
      if (frames === null) {
        const head = chunk.toString('latin1');
        const isUpgrade = from === 'phone' ? head.startsWith('GET /sip') : /^HTTP\/1\.1 101/.test(head) && /sec-websocket-protocol: sip/i.test(head);
        if (!isUpgrade) return;
        frames = new WebSocketFrames();
        sipSockets.add(source);
        data = chunk.subarray(head.indexOf('\r\n\r\n') + 4);
      }
      for (const text of frames.push(data)) messages.push({ from, text, at });
    });
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    messages,
    cut() {
      const at = epochNow();
      for (const socket of sipSockets) socket.resetAndDestroy();
      return at;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of all) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
