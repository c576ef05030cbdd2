import * as v from 'valibot';
import { DEFAULT_PAGE_NUMBERS, pageNumbersSchema, type PageNumbers } from '@/utils/contract/page-numbers';

export const PAGE_NUMBERS_KEY = 'pageNumbers';
/** Counts up when the stored shape changes; a newer one is read field by field as far as it fits. */
const VERSION = 1;

interface StorageChange {
  readonly newValue?: unknown;
}
type ChangeListener = (changes: Record<string, StorageChange>, area: string) => void;

export interface SettingsStorage {
  readonly local: { get(key: string): Promise<Record<string, unknown>>; set(items: Record<string, unknown>): Promise<void> };
  readonly onChanged: { addListener(listener: ChangeListener): void; removeListener(listener: ChangeListener): void };
}

/** `navigator.locks.request`, as far as it is used. */
export type Exclusively = <T>(name: string, run: () => Promise<T>) => Promise<T>;

export interface PageNumbersStore {
  read(): Promise<PageNumbers>;
  /** Reads, changes, writes; nobody else does meanwhile. Rejects, with nothing written, for what does not fit the schema. */
  update(change: (settings: PageNumbers) => PageNumbers): Promise<PageNumbers>;
  /** Calls whenever any context has changed them. Returns the way to stop. */
  watch(listener: (settings: PageNumbers) => void): () => void;
}

/** The settings of numbers on pages, in `storage.local`: popup, options and background all write them. */
export function createPageNumbersStore(storage: SettingsStorage, exclusively: Exclusively): PageNumbersStore {
  const read = async () => pageNumbersOf((await storage.local.get(PAGE_NUMBERS_KEY))[PAGE_NUMBERS_KEY]);
  return {
    read,
    update: (change) =>
      exclusively(PAGE_NUMBERS_KEY, async () => {
        const next = v.parse(pageNumbersSchema, change(await read()));
        await storage.local.set({ [PAGE_NUMBERS_KEY]: { version: VERSION, ...next } });
        return next;
      }),
    watch(listener) {
      const onChanged: ChangeListener = (changes, area) => {
        const change = changes[PAGE_NUMBERS_KEY];
        if (area === 'local' && change !== undefined) listener(pageNumbersOf(change.newValue));
      };
      storage.onChanged.addListener(onChanged);
      return () => storage.onChanged.removeListener(onChanged);
    },
  };
}

/** Field by field, and in the lists entry by entry: what is not valid costs only itself. */
export function pageNumbersOf(stored: unknown): PageNumbers {
  const raw = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  const { entries } = pageNumbersSchema;
  const field = <K extends keyof PageNumbers>(key: K): PageNumbers[K] => {
    const parsed = v.safeParse(entries[key], raw[key]);
    return parsed.success ? (parsed.output as PageNumbers[K]) : DEFAULT_PAGE_NUMBERS[key];
  };
  const list = <K extends 'sitesOff' | 'exceptions'>(key: K): PageNumbers[K] => {
    const whole = raw[key];
    if (!Array.isArray(whole)) return DEFAULT_PAGE_NUMBERS[key];
    const valid = whole.filter((one) => v.is(entries[key] as v.GenericSchema, [one]));
    const parsed = v.safeParse(entries[key], valid);
    return parsed.success ? (parsed.output as PageNumbers[K]) : DEFAULT_PAGE_NUMBERS[key];
  };
  return {
    on: field('on'),
    look: field('look'),
    region: field('region'),
    level: field('level'),
    sitesOff: list('sitesOff'),
    exceptions: list('exceptions'),
  };
}
