import type { LiveSample } from '@/utils/contract/call-quality';
import type { PortLike } from './state-port';

/** Each message: samples, oldest first; at first those of the last two minutes. */
export const QUALITY_PORT = 'call-quality';

export interface QualitySource {
  /** Calls at once with what is kept, and with each new sample. Returns the way to stop. */
  subscribe(listener: (samples: readonly LiveSample[]) => void): () => unknown;
}

/** Sends the samples of calls down a port, for as long as it is open. */
export function serveQuality(source: QualitySource, port: PortLike): void {
  let open = true;
  let stop: () => unknown = () => undefined;
  const close = () => {
    open = false;
    stop();
  };
  port.onDisconnect.addListener(close);
  stop = source.subscribe((samples) => {
    try {
      if (samples.length > 0 && open) port.postMessage(samples);
    } catch {
      close();
    }
  });
  if (!open) stop();
}
