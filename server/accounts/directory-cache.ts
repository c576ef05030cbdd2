import type { Notifications } from '../database/database';
import type { Directory } from './directory';

/** Sent by triggers on users and devices (migration 0001) when a transaction that changed any of them commits. */
export const DIRECTORY_CHANNEL = 'one_directory';

/** In case a change was told and nobody can know that it was lost. */
const LONGEST_MS = 60_000;
/** Answers of one kind; strangers dial what they like. */
const MOST = 20_000;

export interface CachedDirectory extends Directory {
  /** The next question is answered by the database. */
  forget(): void;
  close(): Promise<void>;
}

/**
 * Answers from memory, so that no call waits for the database behind transactions. Everything is forgotten at any
 * change of users or devices on any node, and nothing is kept while changes would not be heard.
 */
export async function cacheDirectory(directory: Directory, notifications: Notifications, now: () => number): Promise<CachedDirectory> {
  const forgetters: (() => void)[] = [];
  let since = now();

  function forget(): void {
    since = now();
    for (const each of forgetters) each();
  }

  /** Kept while it is asked, too: what was asked before a change is not kept after it. */
  function remembering<T>(ask: (key: string) => Promise<T>, worth: (answer: T) => boolean): (key: string) => Promise<T> {
    const answers = new Map<string, Promise<T>>();
    forgetters.push(() => answers.clear());
    return (key) => {
      if (!notifications.live || now() - since > LONGEST_MS) forget();
      const known = answers.get(key);
      if (known) return known;
      const asked = ask(key);
      if (!notifications.live) return asked;
      if (answers.size >= MOST) answers.clear();
      answers.set(key, asked);
      const drop = () => {
        if (answers.get(key) === asked) answers.delete(key);
      };
      asked.then((answer) => {
        if (!worth(answer)) drop();
      }, drop);
      return asked;
    };
  }

  const always = () => true;
  // A stranger may claim any device: only those that exist are kept.
  const known = (answer: unknown) => answer !== null;
  const byExtension = remembering((key) => {
    const [companyId = '', extension = ''] = JSON.parse(key) as string[];
    return directory.userByExtension(companyId, extension);
  }, always);
  const cached: Directory = {
    ha1: remembering((username) => directory.ha1(username), known),
    userOfDevice: remembering((username) => directory.userOfDevice(username), known),
    userByNumber: remembering((e164) => directory.userByNumber(e164), always),
    devicesOf: remembering((userId) => directory.devicesOf(userId), always),
    userByExtension: (companyId, extension) => byExtension(JSON.stringify([companyId, extension])),
  };
  const stopListening = await notifications.listen(DIRECTORY_CHANNEL, forget, forget);
  return { ...cached, forget, close: stopListening };
}
