import type { Logger } from '@/utils/contract/logger';

/** The first SIGTERM or SIGINT stops in good order, the second at once. */
export function stopOnSignals(close: () => Promise<void>, log: Logger): void {
  let stopping = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(signal === 'SIGINT' ? 130 : 143);
    stopping = true;
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
