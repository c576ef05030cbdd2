import type { PhoneStatus } from '@/utils/models/phone-status';
import type { MessageKey } from './words';

export type Presence = 'free' | 'ringing' | 'busy' | 'away' | 'connecting';

interface StatusWords {
  readonly label: MessageKey;
  readonly presence: Presence;
}

/** One word and one shape for each state of the phone: never colour alone. */
export const STATUS_WORDS: Readonly<Record<PhoneStatus, StatusWords>> = Object.freeze({
  loading: { label: 'status.loading', presence: 'away' },
  'signed-out': { label: 'status.signedOut', presence: 'away' },
  connecting: { label: 'status.connecting', presence: 'connecting' },
  registered: { label: 'status.registered', presence: 'free' },
  offline: { label: 'status.offline', presence: 'away' },
  rejected: { label: 'status.rejected', presence: 'away' },
  ringing: { label: 'status.ringing', presence: 'ringing' },
  calling: { label: 'status.calling', presence: 'ringing' },
  'in-call': { label: 'status.inCall', presence: 'busy' },
});
