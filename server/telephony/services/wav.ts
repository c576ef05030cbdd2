import { decodeG711 } from './g711';

export class WavError extends Error {
  override readonly name = 'WavError';
}

const PCM = 1;
const A_LAW = 6;
const MU_LAW = 7;

/** Samples of a mono 8 kHz WAV: 16 bit PCM, A-law or µ-law (RFC 2361). Throws {@link WavError} for any other. */
export function readWav(file: Buffer): Int16Array {
  if (file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WAVE') throw new WavError('not a WAV file');
  let format = 0;
  for (let at = 12; at + 8 <= file.length; ) {
    const kind = file.toString('latin1', at, at + 4);
    const size = file.readUInt32LE(at + 4);
    const body = file.subarray(at + 8, at + 8 + size);
    if (kind === 'fmt ') {
      format = body.readUInt16LE(0);
      if (body.readUInt16LE(2) !== 1 || body.readUInt32LE(4) !== 8000) throw new WavError('not mono at 8000 Hz');
    }
    if (kind === 'data') {
      if (format === A_LAW) return decodeG711(body, 'PCMA');
      if (format === MU_LAW) return decodeG711(body, 'PCMU');
      if (format === PCM) return Int16Array.from({ length: body.length >> 1 }, (_, i) => body.readInt16LE(i * 2));
      throw new WavError(`format ${format} is not PCM, A-law or µ-law`);
    }
    at += 8 + size + (size & 1);
  }
  throw new WavError('no audio in it');
}
