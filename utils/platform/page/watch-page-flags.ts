import { PAGE_FLAGS_KEY, type PageFlags } from './page-flags';
import { flagsOf, NO_FLAGS } from './read-page-flags';

interface StorageChange {
  readonly newValue?: unknown;
}
type ChangeListener = (changes: Record<string, StorageChange>, area: string) => void;

interface FlagStorage {
  readonly local: { get(key: string): Promise<Record<string, unknown>> };
  readonly onChanged: { addListener(listener: ChangeListener): void; removeListener(listener: ChangeListener): void };
}

export interface PageFlagWatch {
  now(): PageFlags;
  /** The flags as stored when the script came to life. */
  readonly first: Promise<PageFlags>;
  /** Calls with the new flags after each change, until the watch ends. */
  onChange(listener: (flags: PageFlags) => void): void;
}

export function watchPageFlags(storage: FlagStorage, signal: AbortSignal): PageFlagWatch {
  let flags = NO_FLAGS;
  const listeners: ((flags: PageFlags) => void)[] = [];
  const onChanged: ChangeListener = (changes, area) => {
    const change = changes[PAGE_FLAGS_KEY];
    if (area !== 'local' || change === undefined) return;
    flags = flagsOf(change.newValue);
    for (const listener of listeners) listener(flags);
  };
  storage.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => {
    // An orphaned script has no storage any more.
    try {
      storage.onChanged.removeListener(onChanged);
    } catch {
      flags = NO_FLAGS;
    }
  });
  const first = storage.local.get(PAGE_FLAGS_KEY).then((stored) => {
    flags = flagsOf(stored[PAGE_FLAGS_KEY]);
    return flags;
  });
  return { now: () => flags, first, onChange: (listener) => void listeners.push(listener) };
}
