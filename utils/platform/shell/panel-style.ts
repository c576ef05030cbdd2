/**
 * Rules marked important inside a shadow root win over whatever the page says of the host, its style attribute
 * included: the page can take the panel away, but not hide it, move it under a pointer or see through it.
 */
export const PANEL_STYLE = `:host {
  all: initial !important; display: block !important; position: fixed !important;
  inset: 16px 16px auto auto !important; width: 348px !important; max-width: calc(100vw - 32px) !important;
  margin: 0 !important; padding: 0 !important; border: 0 !important; overflow: visible !important;
  z-index: 2147483647 !important; background: transparent !important; color-scheme: light dark !important;
}
iframe { display: block; width: 100%; border: 0; border-radius:14px; background: transparent;
  box-shadow: 0 12px 32px rgb(0 0 0 / 0.22); max-height: calc(100vh - 32px); }`;
