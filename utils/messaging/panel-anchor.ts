/** Held by the content script while it shows the panel; its end takes the panel down. */
export const PANEL_ANCHOR_PORT = 'panel-anchor';
