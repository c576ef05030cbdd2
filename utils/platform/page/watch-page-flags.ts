import { PAGE_FLAGS_KEY, type PageFlags } from './page-flags';

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
}

const OFF: PageFlags = { dial: false, panel: false };

/** Read by hand: a schema library would weigh more than the rest of the content script. */
function flagsOf(value: unknown): PageFlags {
  const { dial, panel } = (value ?? {}) as { dial?: unknown; panel?: unknown };
  return { dial: dial === true, panel: panel === true };
}

export function watchPageFlags(storage: FlagStorage, signal: AbortSignal): PageFlagWatch {
  let flags = OFF;
  const onChanged: ChangeListener = (changes, area) => {
    const change = changes[PAGE_FLAGS_KEY];
    if (area === 'local' && change !== undefined) flags = flagsOf(change.newValue);
  };
  storage.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => {
    // An orphaned script has no storage any more.
    try {
      storage.onChanged.removeListener(onChanged);
    } catch {
      flags = OFF;
    }
  });
  const first = storage.local.get(PAGE_FLAGS_KEY).then((stored) => {
    flags = flagsOf(stored[PAGE_FLAGS_KEY]);
    return flags;
  });
  return { now: () => flags, first };
}
