import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DtlsFlights, isDtls } from '@/server/telephony/services/dtls-flights';

/** A DTLS 1.2 record. */
function record(type: number, epoch: number, sequence: number, body: Uint8Array): Buffer {
  const header = Buffer.from([type, 0xfe, 0xfd, 0, epoch, 0, 0, 0, 0, 0, 0, 0, 0]);
  header.writeUIntBE(sequence, 5, 6);
  header.writeUInt16BE(body.length, 11);
  return Buffer.concat([header, body]);
}
const handshake = (sequence: number, length = 60, epoch = 0) => record(22, epoch, sequence, Buffer.alloc(length, sequence));
const sequences = (datagram: Buffer): number[] =>
  datagram.length === 0 ? [] : [datagram.readUIntBE(5, 6), ...sequences(datagram.subarray(13 + datagram.readUInt16BE(11)))];

async function sent(...turns: Buffer[][]): Promise<Buffer[]> {
  const out: Buffer[] = [];
  const flights = new DtlsFlights((datagram) => out.push(datagram));
  for (const turn of turns) {
    for (const packet of turn) flights.push(packet);
    await Promise.resolve();
  }
  return out;
}

describe('flights of a DTLS handshake', () => {
  it('one that is sent packet by packet goes out as one datagram, in its order', async () => {
    const flight = [handshake(1), handshake(2), record(20, 0, 3, Buffer.from([1])), handshake(0, 40, 1)];
    const [datagram, ...more] = await sent(flight);
    expect(more).toEqual([]);
    expect(sequences(datagram ?? Buffer.alloc(0))).toEqual([0, 1, 2, 0]);
  });

  it('sent again, it has new numbers, but for what is encrypted already', async () => {
    const flight = [handshake(1), record(20, 0, 2, Buffer.from([1])), handshake(7, 40, 1)];
    const [, again] = await sent(flight, flight);
    expect(sequences(again ?? Buffer.alloc(0))).toEqual([2, 3, 7]);
  });

  it('is cut where it is too long for a datagram, never within a record, and nothing is lost or changes places', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.integer({ min: 0, max: 1400 }), fc.constantFrom(0, 1)), { minLength: 1, maxLength: 12 }), async (records) => {
        const flight = records.map(([length, epoch], at) => handshake(at, length, epoch));
        const datagrams = await sent(flight);
        const bodies = (packet: Buffer): string[] => (packet.length === 0 ? [] : [packet.toString('hex', 13, 13 + packet.readUInt16BE(11)), ...bodies(packet.subarray(13 + packet.readUInt16BE(11)))]);
        expect(datagrams.flatMap(bodies)).toEqual(flight.flatMap(bodies));
        for (const datagram of datagrams) expect(datagram.length <= 1200 || sequences(datagram).length === 1).toBe(true);
      }),
    ));

  it('what is no whole record is passed on as it is', async () => {
    expect(await sent([Buffer.from([22, 1])])).toEqual([Buffer.from([22, 1])]);
  });

  it.each([[22, true], [20, true], [63, true], [64, false], [0, false], [128, false]])('a packet that begins with %i: %s', (first, dtls) => {
    expect(isDtls(Uint8Array.of(first))).toBe(dtls);
  });
});
