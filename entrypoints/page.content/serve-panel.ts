import { browser } from '#imports';
import { PANEL_ANCHOR_PORT } from '@/utils/messaging/panel-anchor';
import { openPanelFrame, type PanelFrame } from '@/utils/platform/page/panel-frame';
import type { PanelHeight, PanelMessage } from '@/utils/platform/page/panel-messages';
import type { PageFlagWatch } from '@/utils/platform/page/watch-page-flags';

interface PanelOptions {
  readonly flags: PageFlagWatch;
  readonly alive: () => boolean;
  readonly hello: () => Promise<unknown>;
  readonly signal: AbortSignal;
}

/** Shows the call panel in this tab while the shell says so. Whatever ends the anchor port ends the panel. */
export function servePanel({ flags, alive, hello, signal }: PanelOptions): void {
  let panel: { readonly frame: PanelFrame; readonly anchor: ReturnType<typeof browser.runtime.connect> } | null = null;

  const hide = () => {
    const last = panel;
    panel = null;
    last?.frame.remove();
    if (alive()) last?.anchor.disconnect();
  };
  const show = (ticket: string) => {
    hide();
    const anchor = browser.runtime.connect({ name: PANEL_ANCHOR_PORT });
    const { origin } = new URL(browser.runtime.getURL('/'));
    const frame = openPanelFrame({ document, url: browser.runtime.getURL('/panel.html'), origin, ticket });
    const mine = { frame, anchor };
    panel = mine;
    anchor.onMessage.addListener((message: PanelHeight) => frame.setHeight(message.height));
    anchor.onDisconnect.addListener(() => {
      if (panel === mine) hide();
    });
  };
  const onMessage = (message: PanelMessage) => {
    if (message.kind === 'panel.show') show(message.ticket);
    else if (message.kind === 'panel.hide') hide();
  };
  browser.runtime.onMessage.addListener(onMessage);

  const greet = () => void hello().catch(() => undefined);
  void flags.first.then(({ panel: wanted }) => {
    if (wanted) greet();
  });
  // A page put away keeps no panel; one that is taken out again asks anew.
  window.addEventListener('pagehide', hide, { signal });
  window.addEventListener(
    'pageshow',
    (event) => {
      if (event.persisted && alive() && flags.now().panel) greet();
    },
    { signal },
  );
  signal.addEventListener('abort', hide);
}
