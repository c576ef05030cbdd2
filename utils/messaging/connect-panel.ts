import type { PanelLook, PanelSpot } from '@/utils/contract/panel-spot';
import { connectPhone, type PhoneConnection } from './connect-phone';
import { createMessenger } from './messenger';

export interface PanelConnection extends PhoneConnection {
  /** How the panel is to look at first. */
  readonly look: PanelLook;
  /** The way back goes round the page: a message to the parent window would hand it a handle on this frame. */
  readonly handle: {
    /** Tells how large the panel's content is, in CSS pixels. */
    resize(size: { readonly width: number; readonly height: number }): void;
    move(spot: PanelSpot, keep: boolean): void;
    minimise(minimised: boolean): void;
  };
}

/** As the host takes it; a page can post anything. */
const LONGEST_TICKET = 100;

/**
 * For the panel's frame: waits for the ticket from the content script around it, and becomes the panel with it.
 * Never resolves in a frame that a page made itself, which then shows nothing and can ask for nothing.
 */
export async function connectPanel(scope: Window): Promise<PanelConnection> {
  const messenger = createMessenger();
  const redeem = async (ticket: string) => messenger.send('panel.redeem', { ticket }).catch(() => null);
  let answer = await redeem(await nextTicket(scope));
  while (!answer?.ok) answer = await redeem(await nextTicket(scope));
  const { spot, minimised, whole } = answer;
  const ignore = () => undefined;
  return {
    ...connectPhone(messenger, whole.state),
    look: { spot, minimised },
    handle: {
      resize: (size) => void messenger.send('panel.resize', size).catch(ignore),
      move: (to, keep) => void messenger.send('panel.move', { spot: to, keep }).catch(ignore),
      minimise: (next) => void messenger.send('panel.minimise', { minimised: next }).catch(ignore),
    },
  };
}

function nextTicket(scope: Window): Promise<string> {
  return new Promise((resolve) => {
    const onMessage = ({ source, data }: MessageEvent<unknown>) => {
      if (source !== scope.parent || typeof data !== 'string' || data.length > LONGEST_TICKET) return;
      scope.removeEventListener('message', onMessage);
      resolve(data);
    };
    scope.addEventListener('message', onMessage);
  });
}
