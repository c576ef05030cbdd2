import { DEFAULT_MICROPHONE, type MicrophoneSettings } from '@/utils/contract/audio';
import { MicrophoneError } from '@/utils/phone/ports';

export interface OpenedMicrophone {
  readonly stream: MediaStream;
  readonly settings: MicrophoneSettings;
}

/**
 * Opens the microphone, one channel; every way it can fail becomes one of the three words surfaces have sentences for.
 * One that is not plugged in is none to fail for: the system's own stands in, and `settings` says so.
 */
export async function openMicrophone(
  devices: Pick<MediaDevices, 'getUserMedia'>,
  settings: MicrophoneSettings = DEFAULT_MICROPHONE,
): Promise<OpenedMicrophone> {
  try {
    return { stream: await devices.getUserMedia(constraintsOf(settings)), settings };
  } catch (error) {
    const reason = reasonOf(error instanceof DOMException ? error.name : '');
    if (reason === 'missing' && settings.deviceId !== null) return openMicrophone(devices, { ...settings, deviceId: null });
    throw new MicrophoneError(reason);
  }
}

function constraintsOf({ deviceId, echoCancellation, noiseSuppression, autoGainControl }: MicrophoneSettings): MediaStreamConstraints {
  const device = deviceId === null ? {} : { deviceId: { exact: deviceId } };
  return { audio: { ...device, echoCancellation, noiseSuppression, autoGainControl, channelCount: 1 } };
}

export function sameSettings(one: MicrophoneSettings, other: MicrophoneSettings): boolean {
  return (Object.keys(one) as (keyof MicrophoneSettings)[]).every((key) => one[key] === other[key]);
}

/** Names from Media Capture and Streams, getUserMedia algorithm. */
export function reasonOf(name: string): MicrophoneError['reason'] {
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'missing';
  return 'busy';
}

type PermissionQuery = Pick<Permissions, 'query'>;

export async function microphonePermission(permissions: PermissionQuery): Promise<PermissionState | 'unknown'> {
  try {
    return (await permissions.query({ name: 'microphone' as PermissionName })).state;
  } catch {
    return 'unknown';
  }
}
