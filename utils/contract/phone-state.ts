import type { CallMethod } from '@/utils/domain/call/call-method';
import type { CallState } from '@/utils/domain/call/call-state';
import type { CallDirection, EndReason } from '@/utils/domain/call/end-reason';
import type { TransferKind } from '@/utils/domain/call/put-through';
import type { TransferFailure } from '@/utils/domain/call/transfer-progress';
import { DEFAULT_AUDIO_VIEW, type AudioView } from './audio';
import type { QualityWarning } from '@/utils/domain/quality/quality-warning';
import type { MethodQuestionView } from './call-method';
import type { OrderedCall } from './ordered-call';

/** Everything the surfaces show of the phone: a plain JSON value, sent whole on connect and patched after. */
export interface PhoneState {
  /** False until the stored account has been read: surfaces show their skeleton. */
  ready: boolean;
  account: AccountView | null;
  registration: RegistrationView;
  /** Live calls and, for a few seconds, ended ones so that a surface can say how they ended. Oldest first. */
  calls: CallView[];
  microphone: MicrophoneState;
  audio: AudioView;
  /** Missed calls not yet seen. */
  missed: number;
  /** Calls that come ring here. */
  receiving: boolean;
  /** How calls are made from here. */
  callMethod: CallMethod;
  /** A number that waits for somebody to say how it is to be called. */
  asking: MethodQuestionView | null;
  /** Calls that the server sets up with another phone: on their way, and for a few seconds how they came out. */
  ordered: readonly OrderedCall[];
  /** The disk is full: calls work, and are not kept in the history. */
  storageFull: boolean;
}

export type AccountKind = 'one' | 'sip';

export interface AccountView {
  kind: AccountKind;
  /** Person's name, or the SIP user when no name is known. */
  name: string;
  /** Address as the user knows it: e-mail, or user@domain. */
  address: string;
  company: string | null;
  /** E.164 or extension that others see. */
  number: string | null;
  extension: string | null;
  region: string;
  /** Host of the server, for people. */
  server: string;
  echoNumber: string | null;
  /** The user has a mobile number. */
  hasMobile?: boolean;
}

export type RegistrationStatus = 'signed-out' | 'connecting' | 'registered' | 'offline' | 'rejected';

export interface RegistrationView {
  status: RegistrationStatus;
  reason: RegistrationProblem | null;
  /** Epoch ms of the next try, when one is planned. */
  retryAt: number | null;
}

export type RegistrationProblem =
  | 'no-network'
  | 'server-unreachable'
  | 'wrong-credentials'
  | 'device-revoked'
  | 'server-error';

export interface RemoteParty {
  /** E.164 where it is known to be one, else what the other side is called by (extension, SIP address); '' when withheld. */
  number: string;
  name: string | null;
}

export interface CallView {
  id: string;
  direction: CallDirection;
  state: CallState;
  remote: RemoteParty;
  /** Epoch ms. */
  startedAt: number;
  answeredAt: number | null;
  endedAt: number | null;
  muted: boolean;
  /** The other side has put this call on hold; it may be held here as well, which is a state. */
  heldByRemote: boolean;
  /** The ring was turned off here, without declining. */
  silenced: boolean;
  endReason: EndReason | null;
  /** Ended as `forwarded`: whom the other side names instead. */
  forwardedTo: RemoteParty | null;
  /** Firefox: the call window that lends the microphone has been closed, so the other side hears nothing. */
  microphoneLost: boolean;
  /** Digits sent during this call. */
  dtmf: string;
  /** The other side is being handed on, or was not taken there: then it is said for a while. */
  transfer: TransferView | null;
  /** The call this one was dialled for, to ask whether it may be handed on there. */
  consultFor: string | null;
  /** Who handed this call on to us. */
  transferredBy: RemoteParty | null;
  /** Its other side, that of the other call that says so, and this user hear each other. */
  conference: boolean;
  /** What makes it sound bad now. */
  quality: QualityWarning | null;
}

export interface TransferView {
  to: RemoteParty;
  kind: TransferKind;
  state: 'trying' | 'ringing' | 'failed';
  /** Why it failed. */
  reason: TransferFailure | null;
}

export type MicrophoneState = 'unknown' | 'granted' | 'prompt' | 'denied' | 'missing';

export const EMPTY_PHONE_STATE: Readonly<PhoneState> = Object.freeze<PhoneState>({
  ready: false,
  account: null,
  registration: { status: 'signed-out', reason: null, retryAt: null },
  calls: [],
  microphone: 'unknown',
  audio: DEFAULT_AUDIO_VIEW,
  missed: 0,
  receiving: true,
  callMethod: 'here',
  asking: null,
  ordered: [],
  storageFull: false,
});
