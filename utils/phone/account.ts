import type { IceAccess } from '@/utils/contract/sip-account';
import type { DeviceIdentity } from './ports';

/** The SIP identity a phone registers with. */
export interface PhoneAccount extends IceAccess {
  readonly kind: 'one' | 'sip';
  /** WebSocket addresses of the edge, the preferred one first. */
  readonly servers: readonly string[];
  /** AOR user part. */
  readonly user: string;
  /** SIP domain: host of the AOR and of the registrar. */
  readonly domain: string;
  /** Digest user name. */
  readonly authenticationUser: string;
  readonly password: string;
  readonly displayName: string;
  /** ISO 3166-1 alpha-2: whose prefixes dialled numbers are read with. */
  readonly region: string;
  readonly device: DeviceIdentity;
}
