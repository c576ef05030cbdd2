import type { Connection } from '@/server/telephony/embedded/connection';

/** A connection whose far end is the test. */
export interface Wire extends Connection {
  readonly sent: string[];
  open: boolean;
}

let last = 0;

export function createWire(...proven: string[]): Wire {
  last += 1;
  const wire: Wire = {
    id: last,
    proven: new Set(proven),
    sent: [],
    open: true,
    send: (text) => void wire.sent.push(text),
    close: () => (wire.open = false),
  };
  return wire;
}
