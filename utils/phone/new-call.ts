import type { CallView, RemoteParty } from '@/utils/contract/phone-state';
import type { CallDirection } from '@/utils/domain/call/end-reason';

export interface NewCall {
  readonly id: string;
  readonly direction: CallDirection;
  readonly remote: RemoteParty;
  readonly consultFor?: string;
  readonly transferredBy?: RemoteParty | null;
}

/** A call as it begins. `now`: epoch ms. */
export function newCall({ id, direction, remote, consultFor, transferredBy }: NewCall, now: number): CallView {
  return Object.freeze<CallView>({
    id,
    direction,
    state: direction === 'outgoing' ? 'dialling' : 'ringing',
    remote: Object.freeze(remote),
    startedAt: now,
    answeredAt: null,
    endedAt: null,
    muted: false,
    endReason: null,
    forwardedTo: null,
    microphoneLost: false,
    heldByRemote: false,
    silenced: false,
    dtmf: '',
    transfer: null,
    consultFor: consultFor ?? null,
    transferredBy: transferredBy ?? null,
    conference: false,
    quality: null,
  });
}
