/** Runs `work` for the newest value only, one at a time: what came in between never has to be carried out. */
export function latest<T>(work: (value: T) => Promise<void>): (value: T) => Promise<void> {
  let next: { value: T } | null = null;
  let running: Promise<void> | null = null;
  const run = async () => {
    try {
      while (next !== null) {
        const { value } = next;
        next = null;
        await work(value);
      }
    } finally {
      running = null;
    }
  };
  return (value) => {
    next = { value };
    running ??= run();
    return running;
  };
}
