import type { ShellView } from '@/utils/contract/shell-view';

/** `browser.action`, or `browser.browserAction` in Firefox. */
export interface ActionApi {
  setIcon(details: { path: Record<string, string> }): Promise<void>;
  setTitle(details: { title: string }): Promise<void>;
  setBadgeText(details: { text: string }): Promise<void>;
  setBadgeBackgroundColor(details: { color: string }): Promise<void>;
}

export interface ToolbarWords {
  readonly title: (view: ShellView) => string;
}

const SIZES = [16, 32, 48] as const;
/** The red of tokens.css: the badge counts what was missed. */
const BADGE_COLOUR = '#cf2e2e';

/** Icon, title and badge are set anew each time: cheap, and right whatever an earlier worker left behind. */
export function createToolbar(action: ActionApi, words: ToolbarWords): (view: ShellView) => Promise<void> {
  return async (view) => {
    const path = Object.fromEntries(SIZES.map((size) => [String(size), `/icon/${view.icon}-${size}.png`]));
    await Promise.allSettled([
      action.setIcon({ path }),
      action.setTitle({ title: words.title(view) }),
      action.setBadgeText({ text: badgeText(view.missed) }),
      action.setBadgeBackgroundColor({ color: BADGE_COLOUR }),
    ]);
  };
}

export function badgeText(missed: number): string {
  if (missed === 0) return '';
  return missed > 99 ? '99+' : String(missed);
}
