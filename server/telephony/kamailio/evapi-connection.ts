import { connect, type Socket } from 'node:net';
import * as v from 'valibot';
import type { Logger } from '@/utils/contract/logger';
import { edgeMessageSchema, type EdgeMessage, type ServerMessage } from './evapi-message';
import { createNetstringReader, encodeNetstring } from './netstring';

/** Loopback: trying is cheap, and calls wait for it. Milliseconds. */
const RETRY_MS = 25;

export interface EvapiOptions {
  readonly port: number;
  /** Proves that we are the One server; the port is open to every user of the machine. */
  readonly key: string;
  readonly log: Logger;
  readonly onMessage: (message: EdgeMessage) => void;
  readonly onConnected: () => void;
}

/** The line to kamailio.cfg. It reconnects by itself until closed; what is sent while it is down is lost. */
export interface EvapiConnection {
  send(message: ServerMessage): void;
  close(): void;
}

export function connectEvapi(options: EvapiOptions): EvapiConnection {
  const { port, key, log } = options;
  let socket: Socket | null = null;
  let retry: ReturnType<typeof setTimeout> | null = null;
  let closed = false;

  function take(payload: string): void {
    let json: unknown;
    try {
      json = JSON.parse(payload);
    } catch {
      log.error('edge said something that is no JSON', { length: payload.length });
      return;
    }
    const parsed = v.safeParse(edgeMessageSchema, json);
    if (parsed.success) options.onMessage(parsed.output);
    else log.error('edge said something unknown', { issue: v.flatten(parsed.issues) });
  }

  function open(): void {
    const line = connect({ port, host: '127.0.0.1', noDelay: true });
    const read = createNetstringReader(take);
    line.on('connect', () => {
      socket = line;
      options.onConnected();
    });
    line.on('data', (chunk: Buffer) => {
      try {
        read(chunk);
      } catch (error) {
        log.error('edge line garbled, connecting again', { error: String(error) });
        line.destroy();
      }
    });
    // The reason is of no use: the daemon's own log has it.
    line.on('error', () => undefined);
    line.on('close', () => {
      socket = null;
      if (!closed) retry = setTimeout(open, RETRY_MS);
    });
  }

  open();
  return {
    send(message) {
      socket?.write(encodeNetstring(JSON.stringify({ key, ...message })));
    },
    close() {
      closed = true;
      if (retry) clearTimeout(retry);
      socket?.end();
    },
  };
}
