import type { Logger } from '@/utils/contract/logger';

/** Ctrl-C reaches a whole process group, and who started this server may send it on: that is one wish, not two. */
const SAME_WISH_MS = 1_000;

/** The first SIGTERM or SIGINT stops in good order, one that comes later stops at once. */
export function stopOnSignals(close: () => Promise<void>, log: Logger, now: () => number): void {
  let since: number | null = null;
  const onSignal = (signal: NodeJS.Signals) => {
    if (since !== null) {
      if (now() - since >= SAME_WISH_MS) process.exit(signal === 'SIGINT' ? 130 : 143);
      return;
    }
    since = now();
    log.info('One server stops', { signal });
    close().then(
      () => {
        log.info('One server has stopped');
        process.exit(0);
      },
      (error: unknown) => {
        log.error('One server did not stop cleanly', { error });
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}
