import { MicrophoneError } from '@/utils/phone/ports';

/** Speech, as a headset is used: the browser's own processing on, one channel. */
const CONSTRAINTS: MediaStreamConstraints = {
  audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 },
};

/** Opens the microphone; every way it can fail becomes one of the three words surfaces have sentences for. */
export async function openMicrophone(devices: Pick<MediaDevices, 'getUserMedia'>): Promise<MediaStream> {
  try {
    return await devices.getUserMedia(CONSTRAINTS);
  } catch (error) {
    throw new MicrophoneError(reasonOf(error instanceof DOMException ? error.name : ''));
  }
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
