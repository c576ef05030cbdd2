import { signal, type ReadonlySignal } from '@preact/signals';
import { SAMPLES_KEPT, type CallSamples, type LiveSample } from '@/utils/contract/call-quality';
import type { PortLike } from './state-port';

/** The samples of all calls; the phone sends them only while somebody looks at this. A host that went away took the calls with it. */
export function followQuality(connect: () => PortLike): ReadonlySignal<CallSamples> {
  let port: PortLike | null = null;
  const samples = signal<CallSamples>(new Map(), {
    watched() {
      const mine = connect();
      port = mine;
      mine.onMessage.addListener((message) => {
        // Ours alone listen on the other end, and it is the same build: the shape is known.
        if (port === mine) samples.value = withNew(samples.value, message as readonly LiveSample[]);
      });
    },
    unwatched() {
      port?.disconnect();
      port = null;
      samples.value = new Map();
    },
  });
  return samples;
}

function withNew(known: CallSamples, added: readonly LiveSample[]): CallSamples {
  const next = new Map(known);
  for (const { callId, sample } of added) next.set(callId, [...(next.get(callId) ?? []), sample].slice(-SAMPLES_KEPT));
  return next;
}
