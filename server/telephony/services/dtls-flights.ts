/** Header of a DTLS record (RFC 6347 section 4.1): type, version, epoch, sequence number, length. */
const HEADER_BYTES = 13;
const EPOCH_AT = 3;
const SEQUENCE_AT = 5;
const SEQUENCE_BYTES = 6;
const LENGTH_AT = 11;
/** Longest datagram; a path that carries less is rare (RFC 8261 section 5 goes by the same figure). */
const DATAGRAM_BYTES = 1200;

/** Whether a packet of a media connection is DTLS (RFC 7983 section 7). */
export const isDtls = (packet: Uint8Array): boolean => packet[0] !== undefined && packet[0] >= 20 && packet[0] <= 63;

/** The records of a packet, each with its header; what is cut off is left as it is, one record. */
function recordsOf(packet: Buffer): Buffer[] {
  const records: Buffer[] = [];
  for (let at = 0; at < packet.length; ) {
    const end = at + HEADER_BYTES <= packet.length ? at + HEADER_BYTES + packet.readUInt16BE(at + LENGTH_AT) : packet.length;
    records.push(packet.subarray(at, end));
    at = end;
  }
  return records;
}

/**
 * Sends what one turn gives it of a handshake in as few datagrams as it fits in, which werift sends one by one, and
 * numbers the records that are not encrypted yet anew, each time they are sent: werift repeats a flight under its old numbers,
 * which the other side takes for a replay (RFC 6347 section 4.1.2.6). Together: a ChangeCipherSpec that overtakes what
 * comes before it is thrown away, and the handshake would stand still for ever.
 */
export class DtlsFlights {
  #waiting: Buffer[] = [];
  #next = 0;

  /** `send` gets each datagram. */
  constructor(private readonly send: (datagram: Buffer) => void) {}

  push(packet: Buffer): void {
    if (this.#waiting.length === 0) queueMicrotask(() => this.#flush());
    this.#waiting.push(...recordsOf(packet).map((record) => this.#numbered(record)));
  }

  #numbered(record: Buffer): Buffer {
    // From epoch 1 on the number is part of what is authenticated.
    if (record.length < HEADER_BYTES || record.readUInt16BE(EPOCH_AT) !== 0) return record;
    const copy = Buffer.from(record);
    copy.writeUIntBE(this.#next++, SEQUENCE_AT, SEQUENCE_BYTES);
    return copy;
  }

  #flush(): void {
    let datagram: Buffer[] = [];
    let bytes = 0;
    const out = () => {
      if (datagram.length > 0) this.send(Buffer.concat(datagram));
      [datagram, bytes] = [[], 0];
    };
    for (const record of this.#waiting.splice(0)) {
      if (bytes + record.length > DATAGRAM_BYTES) out();
      datagram.push(record);
      bytes += record.length;
    }
    out();
  }
}
