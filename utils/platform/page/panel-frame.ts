import type { TicketMessage } from './panel-messages';

export interface PanelFrameOptions {
  readonly document: Document;
  /** panel.html, as this page may reach it: in Chrome under a host name made up for this browser session. */
  readonly url: string;
  /** The extension's true origin, which the frame has once it is loaded. */
  readonly origin: string;
  readonly ticket: string;
  readonly style: string;
}

export interface PanelFrame {
  setHeight(pixels: number): void;
  remove(): void;
}

/** Until the panel has told its own height. */
const FIRST_HEIGHT = 148;

/** Draws the panel in a frame of the extension's own origin, inside a closed shadow root in the top layer. */
export function openPanelFrame({ document, url, origin, ticket, style: rules }: PanelFrameOptions): PanelFrame {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  // Not innerHTML: Firefox blocks a style element made that way under a strict policy.
  style.textContent = rules;
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
