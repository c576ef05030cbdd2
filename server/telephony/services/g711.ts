/** G.711, the audio every WebRTC endpoint must take (RFC 7874 section 3): 8000 samples a second, one byte each. */
export type G711 = 'PCMA' | 'PCMU';

export const G711_RATE = 8000;
/** 20 ms, the packet length of RFC 3551 section 4.2. */
export const G711_FRAME = 160;

/** What a byte of A-law means, as a 16 bit sample (ITU-T G.711 table 1a). */
export function decodeALaw(byte: number): number {
  const value = byte ^ 0x55;
  const exponent = (value >> 4) & 7;
  const mantissa = (value & 15) << 4;
  const magnitude = exponent === 0 ? mantissa + 8 : (mantissa + 0x108) << (exponent - 1);
  return value & 0x80 ? magnitude : -magnitude;
}

/** What a byte of µ-law means, as a 16 bit sample (ITU-T G.711 table 2a). */
export function decodeMuLaw(byte: number): number {
  const value = ~byte & 0xff;
  const magnitude = ((((value & 15) << 3) + 0x84) << ((value >> 4) & 7)) - 0x84;
  return value & 0x80 ? -magnitude : magnitude;
}

/** Inverse of a decoding table: the byte whose value is nearest, for every 16 bit sample. */
function nearestByte(decode: (byte: number) => number): Uint8Array {
  const values = Array.from({ length: 256 }, (_, byte) => ({ byte, value: decode(byte) })).sort((a, b) => a.value - b.value);
  const table = new Uint8Array(65536);
  let index = 0;
  for (let sample = -32768; sample <= 32767; sample++) {
    // Both laws have two zeros, so `<=`: the search must get past the first.
    const distance = (at: number) => Math.abs((values[at]?.value ?? Infinity) - sample);
    while (distance(index + 1) <= distance(index)) index++;
    table[sample + 32768] = values[index]?.byte ?? 0;
  }
  return table;
}

const ENCODERS = { PCMA: nearestByte(decodeALaw), PCMU: nearestByte(decodeMuLaw) };
const DECODERS = { PCMA: decodeALaw, PCMU: decodeMuLaw };

export function encodeG711(samples: Int16Array, codec: G711): Buffer {
  const table = ENCODERS[codec];
  const bytes = Buffer.alloc(samples.length);
  for (let i = 0; i < samples.length; i++) bytes[i] = table[(samples[i] ?? 0) + 32768] ?? 0;
  return bytes;
}

export function decodeG711(bytes: Uint8Array, codec: G711): Int16Array {
  const decode = DECODERS[codec];
  return Int16Array.from(bytes, decode);
}
