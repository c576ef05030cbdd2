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

export type Role = 'button' | 'link' | 'textbox' | 'tab' | 'dialog' | 'radio' | 'combobox' | 'heading' | 'listitem';
