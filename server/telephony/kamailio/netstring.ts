/** `<length>:<payload>,` as of D. J. Bernstein's netstrings; the length counts bytes. */
export function encodeNetstring(payload: string): Buffer {
  const body = Buffer.from(payload);
  return Buffer.concat([Buffer.from(`${body.length}:`), body, Buffer.from(',')]);
}

/** Longest message that is taken. Bytes. */
const LIMIT = 1_000_000;
const COLON = 0x3a;

/** Cuts a byte stream into payloads. Throws on anything that is not a netstring: the stream is then of no more use. */
export function createNetstringReader(onPayload: (payload: string) => void): (chunk: Buffer) => void {
  let held: Buffer = Buffer.alloc(0);
  return (chunk) => {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    for (;;) {
      const colon = held.indexOf(COLON);
      if (colon < 0) {
        if (held.length > 8) throw new Error('not a netstring');
        return;
      }
      const digits = held.toString('latin1', 0, colon);
      const length = Number(digits);
      if (!/^\d{1,7}$/.test(digits) || length > LIMIT) throw new Error('not a netstring');
      const end = colon + 1 + length;
      if (held.length <= end) return;
      const payload = held.toString('utf8', colon + 1, end);
      held = held.subarray(end + 1);
      onPayload(payload);
    }
  };
}
