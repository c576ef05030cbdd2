import { createSocket } from 'node:dgram';
import { createInbox, type Inbox } from './sip-inbox';

/** A UDP port of this machine that sends what a test writes and notes what comes. */
export interface UdpParty {
  readonly port: number;
  readonly inbox: Inbox<string>;
  send(text: string, port: number): void;
  close(): void;
}

export async function openUdpParty(): Promise<UdpParty> {
  const socket = createSocket('udp4');
  const inbox = createInbox<string>('a datagram', (text) => text.split('\r\n')[0] ?? '');
  socket.on('message', (data) => inbox.push(data.toString()));
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return {
    port: socket.address().port,
    inbox,
    send: (text, port) => socket.send(text, port, '127.0.0.1'),
    close: () => socket.close(),
  };
}
