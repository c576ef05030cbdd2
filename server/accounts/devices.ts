import { eq } from 'drizzle-orm';
import type { DeviceCredential } from '@/utils/contract/account-api';
import type { Database, Executor } from '../database/database';
import { devices } from './access-tables';
import { ha1Of, newDevicePassword, newDeviceUsername } from './device-secret';

/** Makes the SIP identity of a browser that signed in. The password is in the answer and nowhere else. */
export async function createBrowserDevice(
  db: Executor,
  owner: { readonly userId: string; readonly sessionId: string; readonly now: number },
  realm: string,
): Promise<DeviceCredential> {
  const username = newDeviceUsername();
  const password = newDevicePassword();
  const { userId, sessionId } = owner;
  const ha1 = ha1Of(username, realm, password);
  await db.insert(devices).values({ username, ha1, kind: 'browser', userId, sessionId, createdAt: new Date(owner.now) });
  return { username, password, domain: realm };
}

export interface InternalDevice {
  /** Stable over restarts: the device is found again by it. */
  readonly name: string;
  /** `service` answers a service number and rings for nobody; `robot` plays a user of the demo company. */
  readonly kind: 'service' | 'robot';
  readonly userId: string | null;
}

/** The credential of a SIP agent inside this server, with a new random password each time. */
export async function internalDevice(db: Database, device: InternalDevice, realm: string, now: number): Promise<DeviceCredential> {
  const { name, kind, userId } = device;
  return db.transaction(async (tx) => {
    const [found] = await tx
      .insert(devices)
      .values({ username: newDeviceUsername(), ha1: '', kind, userId, internalName: name, createdAt: new Date(now) })
      .onConflictDoUpdate({ target: devices.internalName, set: { kind, userId, revokedAt: null } })
      .returning({ username: devices.username });
    if (!found) throw new Error(`internal device ${name} was not stored`);
    const password = newDevicePassword();
    await tx.update(devices).set({ ha1: ha1Of(found.username, realm, password) }).where(eq(devices.username, found.username));
    return { username: found.username, password, domain: realm };
  });
}
