import { MicrophoneError } from '@/utils/phone/ports';
import type { CommandInput } from '@/utils/contract/commands';
import { microphonePermission, openMicrophone } from './open-microphone';

export type AskedState = CommandInput<'microphone.changed'>['state'];

export interface AskMicrophoneOptions {
  readonly devices: Pick<MediaDevices, 'getUserMedia'>;
  readonly permissions: Pick<Permissions, 'query'>;
}

/** Lets the browser ask the person, and gives the device back at once: only the answer is wanted. */
export async function askMicrophone({ devices, permissions }: AskMicrophoneOptions): Promise<AskedState> {
  try {
    for (const track of (await openMicrophone(devices)).stream.getTracks()) track.stop();
    return 'granted';
  } catch (error) {
    return stateAfter(error, permissions);
  }
}

/** What a failed opening means: a question that was waved away can be asked again, a refused one cannot. */
export async function stateAfter(error: unknown, permissions: Pick<Permissions, 'query'>): Promise<AskedState> {
  if (!(error instanceof MicrophoneError) || error.reason === 'missing') return 'missing';
  if (error.reason === 'busy') return 'granted';
  return (await microphonePermission(permissions)) === 'prompt' ? 'prompt' : 'denied';
}
