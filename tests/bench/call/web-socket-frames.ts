/** Cuts a TCP byte stream into the text messages of WebSocket frames (RFC 6455 section 5.2), masked or not. */
export class WebSocketFrames {
  private rest = Buffer.alloc(0);

  push(chunk: Buffer): string[] {
    this.rest = Buffer.concat([this.rest, chunk]);
    const messages: string[] = [];
    for (;;) {
      const frame = this.next();
      if (frame === null) return messages;
      if (frame.opcode === 1 || frame.opcode === 2 || frame.opcode === 0) messages.push(frame.text);
    }
  }

  private next(): { opcode: number; text: string } | null {
    const { rest } = this;
    if (rest.length < 2) return null;
    const masked = ((rest[1] ?? 0) & 0x80) !== 0;
    let length = (rest[1] ?? 0) & 0x7f;
    let at = 2;
    if (length === 126) {
      if (rest.length < 4) return null;
      length = rest.readUInt16BE(2);
      at = 4;
    } else if (length === 127) {
      if (rest.length < 10) return null;
      length = Number(rest.readBigUInt64BE(2));
      at = 10;
    }
    const mask = masked ? rest.subarray(at, at + 4) : null;
    if (masked) at += 4;
    if (rest.length < at + length) return null;
    const payload = Buffer.from(rest.subarray(at, at + length));
    if (mask !== null) for (let i = 0; i < payload.length; i++) payload[i] = (payload[i] ?? 0) ^ (mask[i % 4] ?? 0);
    this.rest = rest.subarray(at + length);
    return { opcode: (rest[0] ?? 0) & 0x0f, text: payload.toString() };
  }
}
