/**
 * Shell to the content script of a top frame. The ticket lets one frame of one tab act as the panel, once; the style
 * sheet of the frame's host comes along, since few pages ever need it.
 */
export type PanelMessage = { readonly kind: 'panel.show'; readonly ticket: string; readonly style: string } | { readonly kind: 'panel.hide' };

/** Host to the content script, over the anchor port. */
export interface PanelHeight {
  readonly kind: 'height';
  readonly height: number;
}

/** Content script to the panel's frame, by postMessage to the extension's own origin. */
export interface TicketMessage {
  readonly kind: 'one-panel-ticket';
  readonly ticket: string;
}
