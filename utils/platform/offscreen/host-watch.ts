import type { PortLike } from '@/utils/messaging/state-port';

export interface HostWatchOptions {
  /** Opens {@link HOST_WATCH_PORT}. */
  readonly connect: () => PortLike;
  /** Epoch ms. */
  readonly now: () => number;
  /** The host has gone; whoever starts it calls {@link HostWatch.follow} after. */
  readonly lost: () => void;
}

export interface HostWatch {
  /** There is a host: from now on its end is noticed. */
  follow(): void;
}

/** A port that ends sooner found nobody who takes it: that is for the alarm, or this would go round and round. Milliseconds. */
const TAKEN = 500;

/** The worker's eye on the phone host, for as long as the worker lives; while there are calls, the host keeps it alive. */
export function createHostWatch({ connect, now, lost }: HostWatchOptions): HostWatch {
  let port: PortLike | null = null;
  return {
    follow() {
      if (port !== null) return;
      const mine = connect();
      const since = now();
      port = mine;
      mine.onDisconnect.addListener(() => {
        if (port !== mine) return;
        port = null;
        if (now() - since >= TAKEN) lost();
      });
      // Chrome ends a worker that has heard nothing for 30 s, open ports or not.
      mine.onMessage.addListener(() => undefined);
    },
  };
}
