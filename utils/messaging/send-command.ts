import type { CommandInput, CommandName, ResultOf } from '@/utils/contract/commands';
import type { Asker } from './page-messenger';

export interface SendOptions {
  readonly messenger: Asker;
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** The worker starts the host itself; everybody else asks it to. */
  readonly ensureHost?: () => Promise<unknown>;
}

/** How long a command looks for a host before it gives up. */
export const HOST_WAIT_MS = 5000;

/**
 * The browser's words for "nobody took it", as opposed to "somebody took it and went away": only the first may be
 * sent again, or a number would be dialled twice.
 */
const NOBODY_ANSWERED = /Receiving end does not exist|message port closed before a response|^No response$/;

export type SendCommand = <N extends CommandName>(name: N, input: CommandInput<N>) => Promise<ResultOf<N>>;

/** Asks the phone host; where there is none, has the shell make one and asks again. Never rejects. */
export function createSendCommand({ messenger, now, wait, ensureHost }: SendOptions): SendCommand {
  const ensure = ensureHost ?? (() => messenger.send('shell.ensureHost', {}));
  return async (name, input) => {
    const deadline = now() + HOST_WAIT_MS;
    for (let pause = 50; ; pause = Math.min(pause * 2, 500)) {
      try {
        return (await messenger.send(name, input)) as ResultOf<typeof name>;
      } catch (error) {
        const unheard = NOBODY_ANSWERED.test(error instanceof Error ? error.message : '');
        if (!unheard || now() >= deadline) return { ok: false, error: 'internal' } as ResultOf<typeof name>;
        await ensure().catch(() => undefined);
        await wait(pause);
      }
    }
  };
}
