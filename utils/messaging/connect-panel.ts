import type { TicketMessage } from '@/utils/platform/page/panel-messages';
import { connectPhone, type PhoneConnection } from './connect-phone';
import { createMessenger } from './messenger';

export interface PanelConnection extends PhoneConnection {
  /** Tells how tall the panel's content is, in CSS pixels. */
  resize(height: number): void;
}

/**
 * For the panel's frame: waits for the ticket from the content script around it, and becomes the panel with it.
 * Never resolves in a frame that a page made itself, which then shows nothing and can ask for nothing.
 */
export async function connectPanel(scope: Window): Promise<PanelConnection> {
  const messenger = createMessenger();
  for (;;) {
    const { ok } = await messenger.send('panel.redeem', { ticket: await nextTicket(scope) }).catch(() => ({ ok: false }));
    if (ok) break;
  }
  return {
    ...connectPhone(messenger),
    // The way back goes round the page: a message to the parent window would hand it a handle on this frame.
    resize: (height) => void messenger.send('panel.resize', { height }).catch(() => undefined),
  };
}

function nextTicket(scope: Window): Promise<string> {
  return new Promise((resolve) => {
    const onMessage = ({ source, data }: MessageEvent<Partial<TicketMessage> | null>) => {
      if (source !== scope.parent || data?.kind !== 'one-panel-ticket' || typeof data.ticket !== 'string') return;
      scope.removeEventListener('message', onMessage);
      resolve(data.ticket);
    };
    scope.addEventListener('message', onMessage);
  });
}
