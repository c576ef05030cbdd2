import type { FindLevel } from '@/utils/domain/phone-number/found-number';
import type { NumberLook } from '@/utils/contract/page-numbers';

/** What every content script knows without asking: written by the shell, read from `storage.local`. No secrets. */
export interface PageFlags {
  /** Somebody is signed in, so number links are ours. */
  readonly dial: boolean;
  /** A call is shown: a page that comes to life now says hello. */
  readonly panel: boolean;
  readonly numbers: NumberFlags;
}

/** How numbers in the text of pages are found and shown. */
export interface NumberFlags {
  readonly on: boolean;
  readonly look: NumberLook;
  /** The one chosen in settings, else the account's; null while nobody is signed in and none is chosen. */
  readonly region: string | null;
  readonly level: FindLevel;
  /** Patterns for `isNamed`. */
  readonly sitesOff: readonly string[];
  /** Digits that are no number, on the sites of this pattern for `isNamed`. */
  readonly exceptions: readonly { readonly site: string; readonly text: string }[];
}

export const PAGE_FLAGS_KEY = 'pageFlags';

export const NO_NUMBERS: NumberFlags = Object.freeze<NumberFlags>({ on: false, look: 'dotted', region: null, level: 'normal', sitesOff: [], exceptions: [] });
