import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { certificate } from './e2e-tls-front';

export interface CaptivePortal {
  readonly port: number;
  /** How often it was asked for something else, and sent to the page where one signs in. */
  turnedAway(): number;
  close(): void;
}

/** What answers in a network one must sign in to first, whoever was asked. */
export async function startCaptivePortal(address: string): Promise<CaptivePortal> {
  let asked = 0;
  const turnAway = () => (asked += 1);
  const server = createServer(certificate(address), (_request, response) => {
    turnAway();
    response.writeHead(302, { location: 'https://portal.example/sign-in' }).end();
  });
  // A request to change to WebSocket is given the same answer as any other.
  server.on('upgrade', (_request, socket) => {
    turnAway();
    socket.end('HTTP/1.1 302 Found\r\nLocation: https://portal.example/sign-in\r\nContent-Length: 0\r\n\r\n');
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, address, resolve));
  return {
    port: (server.address() as AddressInfo).port,
    turnedAway: () => asked,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
