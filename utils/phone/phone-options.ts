import type { Clock } from '@/utils/contract/clock';
import type { Logger } from '@/utils/contract/logger';
import type { CallView, RegistrationView } from '@/utils/contract/phone-state';
import type { QualitySample } from '@/utils/domain/quality/quality-sample';
import type { QualitySummary } from '@/utils/domain/quality/quality-summary';
import type { PhoneAccount } from './account';
import type { PreparedMedia } from './media/prepared-media';
import type { AudioOutputPort, MicrophonePort, MixerPort, NetworkPort } from './ports';
import type { SipUser, SipUserEvents } from './sip-user';

export interface PhoneOptions {
  readonly account: PhoneAccount;
  readonly createUser: (events: SipUserEvents) => SipUser;
  readonly media: PreparedMedia;
  readonly microphone: MicrophonePort;
  readonly output: AudioOutputPort;
  readonly mixer: MixerPort;
  readonly network: NetworkPort;
  readonly clock: Clock;
  readonly random: () => number;
  readonly token: (length: number) => string;
  readonly log: Logger;
  readonly onRegistration: (view: RegistrationView) => void;
  /** With what it was like, once it has ended; null where nothing was measured. */
  readonly onCall: (view: CallView, quality: QualitySummary | null) => void;
  /** A second of a call. */
  readonly onQuality?: (callId: string, sample: QualitySample) => void;
}
