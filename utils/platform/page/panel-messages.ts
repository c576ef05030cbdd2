/**
 * Shell to the content script of a top frame. The ticket lets one frame of one tab act as the panel, once. How the
 * frame's host looks comes after, over the anchor port: each message is its whole style sheet.
 */
export type PanelMessage = { readonly kind: 'panel.show'; readonly ticket: string } | { readonly kind: 'panel.hide' };

/** Content script to the panel's frame, by postMessage to the extension's own origin: its ticket, or whether something fills the screen. */
export type PanelPost = string | boolean;
