import type { TicketMessage } from './panel-messages';

export interface PanelFrameOptions {
  readonly document: Document;
  /** panel.html, as this page may reach it: in Chrome under a host name made up for this browser session. */
  readonly url: string;
  /** The extension's true origin, which the frame has once it is loaded. */
  readonly origin: string;
  readonly ticket: string;
}

export interface PanelFrame {
  setHeight(pixels: number): void;
  remove(): void;
}

/**
 * Rules marked important inside a shadow root win over whatever the page says of the host, its style attribute
 * included: the page can take the panel away, but not hide it, move it under a pointer or see through it.
 */
const STYLE = `:host {
  all: initial !important; display: block !important; position: fixed !important;
  inset: 16px 16px auto auto !important; width: 348px !important; max-width: calc(100vw - 32px) !important;
  margin: 0 !important; padding: 0 !important; border: 0 !important; overflow: visible !important;
  z-index: 2147483647 !important; background: transparent !important; color-scheme: light dark !important;
}
iframe { display: block; width: 100%; border: 0; border-radius:14px; background: transparent;
  box-shadow: 0 12px 32px rgb(0 0 0 / 0.22); max-height: calc(100vh - 32px); }`;

/** Until the panel has told its own height. */
const FIRST_HEIGHT = 148;

/** Draws the panel in a frame of the extension's own origin, inside a closed shadow root in the top layer. */
export function openPanelFrame({ document, url, origin, ticket }: PanelFrameOptions): PanelFrame {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  // Not innerHTML: Firefox blocks a style element made that way under a strict policy.
  style.textContent = STYLE;
  const frame = document.createElement('iframe');
  frame.src = url;
  frame.title = 'TeleProffs One';
  frame.allow = '';
  frame.style.height = `${FIRST_HEIGHT}px`;
  frame.addEventListener('load', () => {
    const message: TicketMessage = { kind: 'one-panel-ticket', ticket };
    frame.contentWindow?.postMessage(message, origin);
  });
  root.append(style, frame);
  document.documentElement.append(host);
  if ('showPopover' in host) {
    host.popover = 'manual';
    host.showPopover();
  }
  return {
    setHeight(pixels) {
      frame.style.height = `${Math.ceil(pixels)}px`;
    },
    remove: () => host.remove(),
  };
}
