import { PANEL_ANCHOR_PORT } from '@/utils/messaging/panel-anchor';
import { createPanelFrame, type PanelFrame } from './panel-frame';
import { createPanelSeat, type ShadowRootOf } from './panel-seat';
import type { PanelMessage } from './panel-messages';
import type { PageFlagWatch } from './watch-page-flags';

interface Anchor {
  disconnect(): void;
  readonly onMessage: { addListener(listener: (style: string) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
}

/** `browser.runtime`, as far as the panel needs it. */
export interface PanelRuntime {
  connect(info: { name: string }): Anchor;
  getURL(path: '/' | '/panel.html'): string;
  readonly onMessage: { addListener(listener: (message: PanelMessage) => void): void };
}

export interface PanelOptions {
  readonly scope: Window;
  readonly runtime: PanelRuntime;
  readonly flags: Pick<PageFlagWatch, 'now' | 'first'>;
  readonly rootOf: ShadowRootOf;
  readonly alive: () => boolean;
  readonly hello: () => Promise<unknown>;
  readonly signal: AbortSignal;
}

/** Shows the call panel in this tab while the shell says so. Whatever ends the anchor port ends the panel. */
export function servePanel({ scope, runtime, flags, rootOf, alive, hello, signal }: PanelOptions): void {
  const { document } = scope;
  let panel: { readonly frame: PanelFrame; readonly anchor: Anchor } | null = null;

  const hide = () => {
    const last = panel;
    panel = null;
    last?.frame.remove();
    if (alive()) last?.anchor.disconnect();
  };
  const show = ({ ticket }: Extract<PanelMessage, { kind: 'panel.show' }>) => {
    hide();
    const anchor = runtime.connect({ name: PANEL_ANCHOR_PORT });
    const frame = createPanelFrame({ document, seat: seat.now, url: runtime.getURL('/panel.html'), origin: runtime.getURL('/'), ticket });
    const mine = { frame, anchor };
    panel = mine;
    anchor.onMessage.addListener((style) => {
      if (panel === mine) frame.dress(style);
    });
    anchor.onDisconnect.addListener(() => {
      if (panel === mine) hide();
    });
  };
  const onMessage = (message: PanelMessage) => {
    if (message.kind === 'panel.show') show(message);
    else if (message.kind === 'panel.hide') hide();
  };
  runtime.onMessage.addListener(onMessage);

  const greet = () => void hello().catch(() => undefined);
  const again = () => {
    hide();
    greet();
  };
  const reseat = () => {
    if (panel?.frame.seated() === false) again();
  };
  const seat = createPanelSeat({ document, rootOf, closed: reseat, signal });
  void flags.first.then(({ panel: wanted }) => {
    if (wanted) greet();
  });
  for (const type of ['toggle', 'fullscreenchange'])
    document.addEventListener(
      type,
      ({ target }) => {
        if (panel?.frame.raise(target) === false) again();
      },
      { capture: true, signal },
    );
  document.addEventListener(
    'focusin',
    () => {
      if (panel === null) return;
      seat.look();
      reseat();
    },
    { capture: true, signal },
  );
  // A page put away keeps no panel; one that is taken out again asks anew.
  scope.addEventListener('pagehide', hide, { signal });
  scope.addEventListener(
    'pageshow',
    (event) => {
      if (event.persisted && alive() && flags.now().panel) greet();
    },
    { signal },
  );
  signal.addEventListener('abort', hide);
}
