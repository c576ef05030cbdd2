import type { Logger } from '@/utils/contract/logger';
import type { ShellView } from '@/utils/contract/shell-view';

export interface UpdateGateOptions {
  /** What the host has to show now; rejects where there is none. */
  readonly view: () => Promise<ShellView>;
  /** Remembered over the ends of a worker, and forgotten with the reload. */
  readonly waiting: { read(): Promise<boolean>; write(): Promise<void> };
  readonly reload: () => void;
  readonly log: Logger;
}

export interface UpdateGate {
  /** A new version is there; the browser would put it in place in its own time, or with the next start. */
  available(): Promise<void>;
  /** The host shows something else. */
  seen(view: ShellView): Promise<void>;
}

/** A new version of the extension ends the phone host: it waits until no call is shown, ended ones included. */
export function createUpdateGate({ view, waiting, reload, log }: UpdateGateOptions): UpdateGate {
  const free = ({ icon, panel }: ShellView) => icon !== 'in-call' && icon !== 'ringing' && !panel;
  const go = () => {
    log.info('new version put in place');
    reload();
  };
  return {
    async available() {
      await waiting.write();
      const now = await view().catch(() => null);
      // Without a host there is no call.
      if (now === null || free(now)) go();
      else log.info('new version waits for the end of calls');
    },
    async seen(next) {
      if (free(next) && (await waiting.read())) go();
    },
  };
}
