/**
 * One page of the extension (popup, panel, welcome) or of the web, driven the way a person does: trusted
 * clicks and keys on what has this role and this accessible name. The same in both browsers.
 */
export interface Surface {
  /** Waits until it is there and can be clicked. */
  click(role: Role, name: string, timeoutMs?: number): Promise<void>;
  /** Replaces what the labelled field holds. */
  fill(name: string, text: string): Promise<void>;
  press(key: string): Promise<void>;
  has(role: Role, name: string): Promise<boolean>;
  /** What can be read on it now. */
  text(): Promise<string>;
  evaluate<T>(expression: string): Promise<T>;
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
}

/** In the panel: its page shows it for as long as a person needs to see it, and a press counts. */
export const PANEL_SETTLED = "document.documentElement.hasAttribute('data-settled')";

export type Role = 'button' | 'link' | 'textbox' | 'tab' | 'dialog' | 'radio' | 'combobox' | 'heading' | 'listitem' | 'menuitem' | 'switch';
