import type { PanelPost } from './panel-messages';

export interface PanelFrameOptions {
  readonly document: Document;
  readonly seat: () => Element;
  /** panel.html, as this page may reach it: in Chrome under a host name made up for this browser session. */
  readonly url: string;
  /** An address of the extension's true origin, which the frame has once it is loaded. */
  readonly origin: string;
  readonly ticket: string;
}

export interface PanelFrame {
  /** How it looks from now on; with the first style sheet it is shown. */
  dress(style: string): void;
  /** Something else came into the top layer: goes above it. False where only a new frame helps, in or out of a modal dialog. */
  raise(other: EventTarget | null): boolean;
  /** It stands where it can be pressed, or nowhere yet. */
  seated(): boolean;
  remove(): void;
}

/** Puts into the page, not shown yet, the panel's frame of the extension's own origin, inside a closed shadow root in the top layer. */
export function createPanelFrame({ document, seat, url, origin, ticket }: PanelFrameOptions): PanelFrame {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  const frame = document.createElement('iframe');
  frame.src = url;
  frame.title = 'TeleProffs One';
  const post = (message: PanelPost) => frame.contentWindow?.postMessage(message, origin);
  frame.addEventListener('load', () => post(ticket));
  root.append(style, frame);
  host.popover = 'manual';
  // It loads while it is asked how it is to look.
  style.textContent = ':host{display:none!important}';
  seat().append(host);
  let dressed = false;
  const seated = () => host.parentNode === null || host.parentNode === seat();
  return {
    dress(rules) {
      // Not innerHTML: Firefox blocks a style element made that way under a strict policy.
      style.textContent = rules;
      if (dressed) return;
      dressed = true;
      // The page may have taken it out meanwhile.
      if (!host.isConnected) seat().append(host);
      host.showPopover();
    },
    raise(other) {
      if (other === host || (!dressed && seated())) return true;
      post(!!document.fullscreenElement);
      if (host.parentNode === null || !seated()) return false;
      host.hidePopover();
      host.showPopover();
      return true;
    },
    seated,
    remove: () => host.remove(),
  };
}
