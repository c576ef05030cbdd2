import type { Clock } from '@/utils/contract/clock';
import type { Logger } from '@/utils/contract/logger';
import type { CallView, RemoteParty } from '@/utils/contract/phone-state';
import type { SipIdentity } from '@/utils/domain/call/remote-party';
import type { CallAudio } from './call-audio';
import type { CallSession } from './call-session';
import type { CallMedia } from './media/call-media';
import type { NewCall } from './new-call';

export interface CallSessionOptions extends NewCall {
  readonly audio: CallAudio;
  readonly clock: Clock;
  readonly log: Logger;
  /** Where it was dialled to. */
  readonly address?: { readonly user: string; readonly host: string | null };
  /** Digits to send once the other side has answered: its extension. */
  readonly extension?: string;
  readonly remotePartyOf: (identity: SipIdentity) => RemoteParty;
  /** New media for a leg that a REFER asks for; null when transfers are not followed now. */
  readonly mediaForReferral: () => CallMedia | null;
  /** Whether the server still hears us; where not, a connection is on its way. Never rejects. */
  readonly reachable: () => Promise<boolean>;
  /** It could not be handed on, or was taken back. */
  readonly returned: (session: CallSession) => void;
  readonly changed: (view: CallView) => void;
}
