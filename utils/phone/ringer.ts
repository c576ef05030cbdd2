import type { CallView } from '@/utils/contract/phone-state';
import { ringToneOf, type RingTone } from '@/utils/domain/call/ring-tone';
import type { AudioOutputPort } from './ports';

/** Sounds what the calls that ring ask for: the ring, the call-waiting tone, or nothing. */
export class Ringer {
  readonly #output: AudioOutputPort;
  #sounding: RingTone | null = null;

  constructor(output: AudioOutputPort) {
    this.#output = output;
  }

  update(calls: readonly Pick<CallView, 'state' | 'silenced'>[]): void {
    const wanted = ringToneOf(calls);
    if (wanted === this.#sounding) return;
    if (this.#sounding === 'ring') this.#output.stopRinging();
    if (this.#sounding === 'waiting') this.#output.stopCallWaiting();
    this.#sounding = wanted;
    if (wanted === 'ring') this.#output.startRinging();
    if (wanted === 'waiting') this.#output.startCallWaiting();
  }
}
