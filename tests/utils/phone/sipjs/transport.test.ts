// @vitest-environment node
import { afterEach, describe, expect, it } from 'vitest';
import type { AddressInfo } from 'node:net';
import { WebSocket as WsSocket, WebSocketServer } from 'ws';
import { FakeClock, settle } from '@/tests/support/fake-clock';
import { fakeWebSockets, type FakeServer, type FakeServerSocket } from '@/tests/support/fake-web-socket';
import { SipWebSocketTransport } from '@/utils/phone/sipjs/transport';

interface Wire {
  readonly url: string;
  create: (url: string, protocols?: string[]) => WebSocket;
  close(): void;
}

type Serve = (socket: Pick<FakeServerSocket, 'send' | 'close' | 'protocols'> & { onMessage: (text: string) => void }) => void;

function fakeWire(serve: Serve): Wire {
  const accept: FakeServer = (socket) => {
    serve(socket);
    return 'open';
  };
  return { url: 'ws://fake.test/sip', create: fakeWebSockets(accept).create, close: () => undefined };
}

async function realWire(serve: Serve): Promise<Wire> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', handleProtocols: (offered) => [...offered][0] ?? false });
  await new Promise((resolve) => server.once('listening', resolve));
  server.on('connection', (socket) => {
    const end = {
      protocols: [socket.protocol],
      onMessage: (_text: string): void => undefined,
      send: (text: string) => socket.send(text),
      close: (code?: number) => (code === undefined ? socket.terminate() : socket.close(code)),
    };
    serve(end);
    socket.on('message', (data) => end.onMessage(String(data)));
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `ws://127.0.0.1:${port}/sip`,
    create: (url, protocols) => new WsSocket(url, protocols) as unknown as WebSocket,
    close: () => void server.close(),
  };
}

const WIRES = [
  ['the fake socket', async (serve: Serve) => fakeWire(serve)],
  ['a real socket', realWire],
] as const;

const done: (() => void)[] = [];
afterEach(() => {
  for (const run of done.splice(0)) run();
});

const until = (condition: () => boolean) => expect.poll(condition, { interval: 5 }).toBe(true);

describe.each(WIRES)('SIP over WebSocket on %s', (_name, make) => {
  const build = async (serve: Serve) => {
    const wire = await make(serve);
    const transport = new SipWebSocketTransport(null, { server: wire.url, createWebSocket: wire.create, clock: new FakeClock() });
    done.push(() => void transport.dispose(), () => wire.close());
    return transport;
  };

  it('speaks the sip subprotocol, sends and hears text, and answers pings without handing them on', async () => {
    const heard: string[] = [];
    const received: string[] = [];
    let protocols: readonly string[] = [];
    const transport = await build((socket) => {
      ({ protocols } = socket);
      socket.onMessage = (text) => {
        received.push(text);
        if (text === 'hello') for (const answer of ['\r\n\r\n', '\r\n', 'there']) socket.send(answer);
      };
    });
    transport.onMessage = (text) => heard.push(text);
    await transport.connect();
    expect(transport.isConnected()).toBe(true);
    await transport.send('hello');
    await until(() => heard.length > 0 && received.length > 1);
    expect([protocols, heard, received]).toStrictEqual([['sip'], ['there'], ['hello', '\r\n']]);
  });

  it('tells when the other side closes, and connects again when asked', async () => {
    const ends: (() => void)[] = [];
    const transport = await build((socket) => void ends.push(() => socket.close()));
    let lost = 0;
    transport.onDisconnect = (error) => void (lost += error ? 1 : 100);
    await transport.connect();
    ends[0]?.();
    await until(() => lost === 1);
    await expect(transport.send('x')).rejects.toThrow();
    await transport.connect();
    expect(transport.isConnected()).toBe(true);
  });

  it('lets go at once when told to', async () => {
    const transport = await build(() => undefined);
    let lost: Error | undefined | null = null;
    transport.onDisconnect = (error) => void (lost = error);
    await transport.connect();
    await transport.disconnect();
    expect([transport.isConnected(), lost]).toStrictEqual([false, undefined]);
  });
});

describe('a WebSocket that does not open', () => {
  it.each(['refuse', 'hang'] as const)('%s: connect rejects within 5 s', async (answer) => {
    const clock = new FakeClock();
    const { create } = fakeWebSockets(() => answer);
    const transport = new SipWebSocketTransport(null, { server: 'wss://x.test', createWebSocket: create, clock });
    const outcome = transport.connect().then(() => 'open', () => 'rejected');
    await clock.step(5_100);
    expect(await outcome).toBe('rejected');
    await settle();
    expect(transport.isConnected()).toBe(false);
  });

  it('cannot even be made: rejects as well', async () => {
    const create = () => {
      throw new DOMException('bad url', 'SyntaxError');
    };
    const transport = new SipWebSocketTransport(null, { server: 'wss://x.test', createWebSocket: create, clock: new FakeClock() });
    await expect(transport.connect()).rejects.toThrow('bad url');
  });
});
