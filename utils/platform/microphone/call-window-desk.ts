import type { LendingDesk } from './firefox-microphone';

const NAME = 'teleproffsLendingDesk';
type Scope = { [NAME]?: LendingDesk };

/** In the background page: where the call window will find the desk. */
export function publishDesk(scope: object, desk: LendingDesk): void {
  (scope as Scope)[NAME] = desk;
}

/** In the call window; null outside Firefox or while the background page starts. */
export function findDesk(backgroundPage: object | null): LendingDesk | null {
  return (backgroundPage as Scope | null)?.[NAME] ?? null;
}
