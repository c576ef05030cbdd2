import { G711_RATE, decodeG711 } from './g711';
import type { MediaSession } from './media-session';
import { measureTone, type Tone } from './tone';

/** Listens to what comes in as G.711 and tells what the last second sounded like. Packets are taken in the order they come. */
export class Ear {
  readonly #second = new Int16Array(G711_RATE);
  #heard = 0;

  listen(media: MediaSession): () => void {
    this.#heard = 0;
    this.#second.fill(0);
    return media.onPacket(({ codec, payload }) => {
      if (codec !== 'pcma' && codec !== 'pcmu') return;
      const samples = decodeG711(payload, codec === 'pcma' ? 'PCMA' : 'PCMU').subarray(-G711_RATE);
      this.#second.copyWithin(0, samples.length);
      this.#second.set(samples, G711_RATE - samples.length);
      this.#heard += samples.length;
    });
  }

  /** Null until a tenth of a second has been heard. */
  hear(): Tone | null {
    if (this.#heard < G711_RATE / 10) return null;
    return measureTone(this.#second.subarray(-Math.min(this.#heard, G711_RATE)));
  }
}
