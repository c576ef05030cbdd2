/** How long a test waits for something that must come. Generous: only a failing test waits that long. ms. */
const PATIENCE_MS = 15_000;

/** What arrived so far, in order, and a way to wait for more without a sleep. */
export interface Inbox<T> {
  readonly all: readonly T[];
  push(item: T): void;
  /** The first item that fits, present or future. Rejects after 15 s with what had come instead. */
  next(fits?: (item: T) => boolean): Promise<T>;
}

export function createInbox<T>(what: string, describe: (item: T) => string = String): Inbox<T> {
  const all: T[] = [];
  const taken = new Set<number>();
  const waiting = new Set<() => void>();
  return {
    all,
    push(item) {
      all.push(item);
      for (const look of [...waiting]) look();
    },
    next(fits = () => true) {
      return new Promise((resolve, reject) => {
        const look = () => {
          const index = all.findIndex((item, at) => !taken.has(at) && fits(item));
          const found = all[index];
          if (index === -1 || found === undefined) return;
          taken.add(index);
          done();
          resolve(found);
        };
        const timer = setTimeout(() => {
          done();
          reject(new Error(`${what} did not come; came: ${all.map(describe).join(' | ') || 'nothing'}`));
        }, PATIENCE_MS);
        const done = () => {
          clearTimeout(timer);
          waiting.delete(look);
        };
        waiting.add(look);
        look();
      });
    },
  };
}

/** Polls a condition that no event announces. */
export async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`never came true: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
