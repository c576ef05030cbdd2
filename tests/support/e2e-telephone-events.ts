const HEADER = 12;
const KEYS = '0123456789*#ABCD';
const END = 0x80;

/** Payload type of telephone events at 8 kHz in an offer; 101, as most choose, where nothing is offered. */
export const eventPayloadType = (offer: string) => Number(/^a=rtpmap:(\d+) telephone-event\/8000/m.exec(offer)?.[1] ?? 101);

/** The keys pressed at the other end, as RTP events (RFC 4733) tell them. */
export class TelephoneEvents {
  payloadType = 101;
  private readonly keys = new Map<number, string>();

  /** One RTP packet of this payload type. An event is told many times, its end three times: each has one timestamp. */
  receive(packet: Buffer): void {
    const flags = packet[HEADER + 1] ?? 0;
    if ((flags & END) !== 0) this.keys.set(packet.readUInt32BE(4), KEYS[packet[HEADER] ?? 255] ?? '?');
  }

  /** Every key that was pressed and let go, in order. */
  pressed(): string {
    return [...this.keys.values()].join('');
  }
}
