import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import * as v from 'valibot';
import { decodeBencode, encodeBencode, type Bencodable } from './bencode';

/** rtpengine answers within milliseconds; a datagram may be lost. */
const TRY_MS = 300;
const TRIES = 5;

const replySchema = v.looseObject({ result: v.string() });
export type NgReply = v.InferOutput<typeof replySchema>;

/** Commands of rtpengine's NG protocol over UDP; a repeated cookie makes a repeated command harmless. */
export interface NgClient {
  /** Rejects when rtpengine refuses or does not answer within 1.5 s. */
  command(name: string, parameters?: { readonly [key: string]: Bencodable }): Promise<NgReply>;
  close(): void;
}

export function createNgClient(address: { readonly host: string; readonly port: number }): NgClient {
  const socket = createSocket('udp4');
  const waiting = new Map<string, (reply: NgReply) => void>();
  socket.unref();
  socket.on('error', () => undefined);
  socket.on('message', (packet) => {
    const space = packet.indexOf(0x20);
    const answer = waiting.get(packet.toString('latin1', 0, Math.max(0, space)));
    if (!answer) return;
    try {
      const parsed = v.safeParse(replySchema, decodeBencode(packet.subarray(space + 1)));
      if (parsed.success) answer(parsed.output);
    } catch {
      // Not an answer; the right one may follow, or the command is repeated.
    }
  });

  return {
    command(name, parameters = {}) {
      const cookie = randomBytes(8).toString('hex');
      const packet = Buffer.concat([Buffer.from(`${cookie} `), encodeBencode({ ...parameters, command: name })]);
      return new Promise((resolve, reject) => {
        let tries = 0;
        const done = () => {
          clearInterval(timer);
          waiting.delete(cookie);
        };
        const send = () => {
          if (tries === TRIES) {
            done();
            reject(new Error(`rtpengine does not answer ${name}`));
            return;
          }
          tries += 1;
          socket.send(packet, address.port, address.host);
        };
        const timer = setInterval(send, TRY_MS);
        waiting.set(cookie, (reply) => {
          done();
          if (reply.result === 'error') reject(new Error(`rtpengine refuses ${name}: ${String(reply['error-reason'])}`));
          else resolve(reply);
        });
        send();
      });
    },
    close: () => socket.close(),
  };
}
