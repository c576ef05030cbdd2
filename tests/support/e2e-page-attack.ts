import type { Surface } from './e2e-surface';

const EVENTS = `['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']`;

/** Everything a page's script can do to make the link `#number` look clicked. */
export const SYNTHETIC_CLICKS = `(() => {
  const link = document.getElementById('number');
  link.click();
  for (const type of ${EVENTS}) link.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, composed: true }));
  for (const type of ['keydown', 'keyup']) link.dispatchEvent(new KeyboardEvent(type, { key: 'Enter', bubbles: true, composed: true }));
})()`;

export interface PageView {
  /** Frames a selector finds. */
  readonly frames: number;
  /** Some element has a shadow root the page can open. */
  readonly shadow: boolean;
  /** Some window of the page's frames can be read. */
  readonly readable: boolean;
  /** The whole document as markup. */
  readonly text: string;
  /** Names of every performance entry. */
  readonly entries: string[];
}

/** What a hostile page sees of the panel, after it has clicked on everything and posted to every frame. */
export function lookAtPanelAsPage(page: Surface): Promise<PageView> {
  return page.evaluate<PageView>(`(() => {
    const known = ['HTML', 'HEAD', 'BODY', 'META', 'TITLE', 'H1', 'SCRIPT'];
    const hosts = [...document.querySelectorAll('*')].filter((one) => !known.includes(one.tagName));
    for (const host of hosts) {
      for (const type of ${EVENTS}) host.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, composed: true, clientX: 5, clientY: 5 }));
      host.click();
    }
    let readable = false;
    for (let i = 0; i < window.length; i++) {
      try { readable ||= Boolean(window[i].document); } catch { /* another origin */ }
      try { window[i].postMessage({ type: 'answer', command: 'phone.answer' }, '*'); } catch { /* gone */ }
    }
    return {
      frames: document.querySelectorAll('iframe').length,
      shadow: hosts.some((host) => host.shadowRoot !== null),
      readable,
      text: document.documentElement.outerHTML,
      entries: performance.getEntries().map((entry) => entry.name),
    };
  })()`);
}
