import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { freeUdpPort, MEDIA_PORTS } from '@/server/telephony/process/free-port';

const HOST = '127.0.0.1';

it('a UDP port is never one that the media relay would take away', async () => {
  // A third of those the system gives out by itself are media ports.
  const given = await Promise.all(Array.from({ length: 100 }, () => freeUdpPort(HOST)));
  const last = await freeUdpPort(HOST, MEDIA_PORTS.first + 1);
  for (const port of [...given, last]) expect(port < MEDIA_PORTS.first || port > MEDIA_PORTS.last).toBe(true);
});

it('is the wanted one where that is free', async () => {
  const wanted = await freeUdpPort(HOST);
  expect(await freeUdpPort(HOST, wanted)).toBe(wanted);
  const socket = createSocket('udp4').bind(wanted, HOST);
  await once(socket, 'listening');
  expect(await freeUdpPort(HOST, wanted)).not.toBe(wanted);
  socket.close();
});
