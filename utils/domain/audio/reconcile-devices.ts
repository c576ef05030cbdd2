import { DEVICE_ROLES, type AudioChoice, type DeviceRef, type DeviceRole } from './audio-choice';
import type { KnownDevices } from './known-devices';

/** A chosen device that is not there: the system's own stands in until it is back; for the extra ring nothing does. */
export interface MissingDevice {
  readonly role: DeviceRole;
  readonly label: string;
}

export interface DevicesNow {
  /** Device ids to use now. Null: the system's own; no extra ring. */
  readonly use: Readonly<Record<DeviceRole, string | null>>;
  readonly missing: readonly MissingDevice[];
}

type Wanted = Pick<AudioChoice, DeviceRole>;

/**
 * What to use now of what is wanted. Nothing wanted is forgotten: with the device back, this gives it again. A device that
 * has another id than it had is known by its name. Where the browser lists none, what is wanted is tried.
 */
export function reconcileDevices(wanted: Wanted, { inputs, outputs }: KnownDevices): DevicesNow {
  const use: Record<DeviceRole, string | null> = { microphone: null, speaker: null, ring: null, extraRing: null };
  const missing: MissingDevice[] = [];
  for (const role of DEVICE_ROLES) {
    const device = wanted[role];
    if (device === null) continue;
    const listed = role === 'microphone' ? inputs : outputs;
    const found = listed === null ? device : find(device, listed);
    if (found) use[role] = found.id;
    else missing.push({ role, label: device.label });
  }
  // One device sounds once: twice the same ring would only be out of step.
  if (use.extraRing === use.ring) use.extraRing = null;
  return { use, missing };
}

/** By its id, or by its name where the id is gone. */
function find(device: DeviceRef, listed: readonly DeviceRef[]): DeviceRef | undefined {
  return listed.find(({ id }) => id === device.id) ?? listed.find(({ label }) => label === device.label);
}
