import type { Logger } from '@/utils/contract/logger';

/** Chrome's offscreen document, as far as the supervisor needs it. */
export interface OffscreenApi {
  exists(): Promise<boolean>;
  create(): Promise<void>;
  close(): Promise<void>;
  /** Resolves when the host's document answers; rejects when nobody does. */
  ping(): Promise<unknown>;
}

export interface Supervisor {
  /** There is a host that answers, when this resolves. Joins a start that is under way. */
  ensure(): Promise<void>;
}

export interface SupervisorOptions {
  readonly offscreen: OffscreenApi;
  readonly timeout: (ms: number) => Promise<void>;
  readonly log: Logger;
  /** There is a host that answers. */
  readonly started?: () => void;
}

/** A document whose renderer crashed or hangs still exists for Chrome: only an answer counts. */
export const PING_TIMEOUT_MS = 5000;

export function createSupervisor({ offscreen, timeout, log, started }: SupervisorOptions): Supervisor {
  let running: Promise<void> | null = null;

  const answers = () =>
    Promise.race([
      offscreen.ping().then(
        () => true,
        () => false,
      ),
      timeout(PING_TIMEOUT_MS).then(() => false),
    ]);
  const ensure = async () => {
    if (await offscreen.exists()) {
      if (await answers()) return;
      log.warn('phone host does not answer: starting it again');
      await offscreen.close().catch(() => undefined);
    }
    log.info('phone host starts');
    try {
      await offscreen.create();
    } catch (error) {
      // Chrome allows one: another start of this worker may have won.
      if (!(await offscreen.exists())) throw error;
    }
  };
  return {
    ensure() {
      running ??= ensure()
        .then(() => started?.())
        .finally(() => {
          running = null;
        });
      return running;
    },
  };
}
