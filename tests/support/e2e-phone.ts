import type { UiLanguage } from './e2e-chromium-flags';
import type { HeardTone } from './e2e-heard-tone';
import type { Surface } from './e2e-surface';

/** One browser with the extension, as the suites use it; Chromium and Firefox look the same from here. */
export interface Phone {
  readonly browser: 'chromium' | 'firefox';
  readonly language: UiLanguage;
  /** What its own microphone hears, and so what the other side must hear. */
  readonly hertz: number;
  /** Origin of the extension's pages. */
  readonly origin: string;
  /** The popup, opened as a page; the same one until it is closed. */
  popup(): Promise<Surface>;
  closePopup(): Promise<void>;
  /** Another page of the extension, by its path. */
  extensionPage(path: string): Promise<Surface>;
  /** A web page in a tab of its own, in front. */
  webPage(url: string): Promise<Surface>;
  /** The call panel's frame in the page in front, once it is there. */
  panel(timeoutMs?: number): Promise<Surface>;
  panelIsShown(): Promise<boolean>;
  heard(): Promise<HeardTone | null>;
  setMicrophone(setting: 'granted' | 'denied' | 'prompt'): Promise<void>;
  close(): Promise<void>;
}
