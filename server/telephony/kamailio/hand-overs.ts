import type { HandOverHandlers, HandOvers } from '../ports';
import type { CallLedger } from './call-ledger';
import type { EdgeMessage, ServerMessage } from './evapi-message';

export type HandOverMessage = Extract<EdgeMessage, { ev: 'refer' | 'left' | 'resumed' | 'taken' | 'kept' }>;

export interface KamailioHandOvers extends HandOvers {
  heard(message: HandOverMessage, handlers: HandOverHandlers | undefined): void;
  /** A new line to the edge, or a new edge: tells what it must know. */
  connected(): void;
}

/** Calls that phones hand on, as kamailio.cfg tells and is told of them. */
export function createHandOvers(send: (message: ServerMessage) => void, ledger: Pick<CallLedger, 'handedOver'>): KamailioHandOvers {
  let device: string | null = null;
  const tell = () => device !== null && send({ act: 'bridge', user: device });

  return {
    bridge(username) {
      device = username;
      tell();
    },
    connected: () => void tell(),
    release: (callId) => send({ act: 'release', callid: callId }),
    keep: (callId, state) => send({ act: 'keep', callid: callId, value: Buffer.from(state).toString('base64') }),

    heard(message, handlers) {
      switch (message.ev) {
        case 'taken':
          return void (device !== null && ledger.handedOver(message.callid, message.as, device));
        case 'kept':
          return handlers?.kept(message.callid, message.value);
        case 'left':
          return handlers?.left(message.callid);
        case 'resumed':
          return handlers?.resumed(message.callid);
        case 'refer': {
          const { ti, tl, callid: callId, source, fromtag, totag, referto: referTo, media } = message;
          const answered = handlers?.refer({ callId, device: source, tags: [fromtag, totag], referTo, media }) ?? Promise.resolve(503);
          void answered.catch(() => 500).then((status) => send({ act: 'reply', ti, tl, status, reason: status === 202 ? 'Accepted' : 'Not Transferred' }));
        }
      }
    },
  };
}
