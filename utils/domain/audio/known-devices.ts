import type { DeviceRef } from './audio-choice';

/** What is plugged in; null where the browser does not tell. */
export interface KnownDevices {
  readonly inputs: readonly DeviceRef[] | null;
  readonly outputs: readonly DeviceRef[] | null;
}

export const UNKNOWN_DEVICES: KnownDevices = Object.freeze<KnownDevices>({ inputs: null, outputs: null });

/** As `enumerateDevices` lists one. */
export interface ListedDevice {
  readonly kind: string;
  readonly deviceId: string;
  readonly label: string;
}

/** Chrome's names for whatever the system has set: no devices of their own. */
const ALIASES: readonly string[] = ['default', 'communications'];

/**
 * The devices of a browser's list. Before the microphone is allowed they have neither id nor name (Media Capture and Streams,
 * 9.3): then nothing is known of that kind.
 */
export function knownDevices(listed: readonly ListedDevice[]): KnownDevices {
  return { inputs: ofKind(listed, 'audioinput'), outputs: ofKind(listed, 'audiooutput') };
}

function ofKind(listed: readonly ListedDevice[], kind: string): DeviceRef[] | null {
  const all = listed.filter((device) => device.kind === kind);
  if (all.some(({ deviceId, label }) => deviceId === '' || label === '')) return null;
  return all.filter(({ deviceId }) => !ALIASES.includes(deviceId)).map(({ deviceId, label }) => ({ id: deviceId, label }));
}
