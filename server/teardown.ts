import type { Logger } from '@/utils/contract/logger';

/** What was opened, to be closed in the opposite order. */
export interface Teardown {
  add(name: string, close: () => unknown): void;
  /** Closes everything once; what fails to close is logged and does not keep the rest open. */
  run(): Promise<void>;
}

export function createTeardown(log: Logger): Teardown {
  const steps: { name: string; close: () => unknown }[] = [];
  let running: Promise<void> | null = null;

  async function closeAll(): Promise<void> {
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      try {
        await step.close();
      } catch (error) {
        log.error('not closed cleanly', { part: step.name, error });
      }
    }
  }

  return {
    add: (name, close) => void steps.push({ name, close }),
    run: () => (running ??= closeAll()),
  };
}
