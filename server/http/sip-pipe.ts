import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Logger } from '@/utils/contract/logger';
import { refuseUpgrade } from './refuse-upgrade';

/** What RFC 6455 4.1 and RFC 7118 need; cookies, tokens and claimed addresses stay here. */
const PASSED_ON = ['host', 'upgrade', 'connection', 'origin', 'sec-websocket-key', 'sec-websocket-version', 'sec-websocket-protocol', 'user-agent'];

/** Hands an upgraded connection to the edge's loopback port, byte for byte. `onClose` is called once. */
export function pipeToEdge(request: IncomingMessage, socket: Duplex, head: Buffer, edgePort: number, log: Logger, onClose: () => void): void {
  const edge = connect({ host: '127.0.0.1', port: edgePort, noDelay: true });
  let piped = false;
  edge.once('connect', () => {
    piped = true;
    edge.write(requestHead(request));
    if (head.length > 0) edge.write(head);
    edge.pipe(socket);
    socket.pipe(edge);
  });
  edge.on('error', (error) => {
    if (!piped) {
      log.warn('edge does not take connections', { error: error.message });
      refuseUpgrade(socket, 503);
    }
  });
  edge.once('close', () => {
    if (piped) socket.destroy();
    onClose();
  });
  socket.on('error', () => edge.destroy());
  socket.once('close', () => edge.destroy());
}

function requestHead(request: IncomingMessage): string {
  const lines = PASSED_ON.flatMap((name) => {
    const value = request.headers[name];
    return typeof value === 'string' ? [`${name}: ${value}`] : [];
  });
  return `GET /sip HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;
}
