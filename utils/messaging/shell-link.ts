import type { InputOf, MessageName, Messenger } from './messenger';
import type { ShellLink } from './serve-host';

const TRIES = 5;

/** The host's way to the worker in Chrome: a message wakes a worker that has been put to sleep. */
export function createShellLink(messenger: Messenger, wait: (ms: number) => Promise<void>): ShellLink {
  const tell = async <N extends MessageName>(name: N, input: InputOf<N>) => {
    for (let left = TRIES; ; left -= 1) {
      try {
        await messenger.send(name, input);
        return;
      } catch (error) {
        // A worker that is just going down hears nothing; the next one will.
        if (left <= 1) throw error;
        await wait(200);
      }
    }
  };
  let newest = 0;
  return {
    async present(view) {
      newest += 1;
      const mine = newest;
      await tell('shell.present', view).catch((error: unknown) => {
        if (mine === newest) throw error;
      });
    },
    notice: (error) => tell('shell.notice', { error }),
  };
}
