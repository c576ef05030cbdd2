/** What every content script knows without asking: written by the shell, read from `storage.local`. No secrets. */
export interface PageFlags {
  /** Somebody is signed in, so number links are ours. */
  readonly dial: boolean;
  /** A call is shown: a page that comes to life now says hello. */
  readonly panel: boolean;
}

export const PAGE_FLAGS_KEY = 'pageFlags';
