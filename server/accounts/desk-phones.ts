import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { DeviceCredential } from '@/utils/contract/account-api';
import { MOST_DESK_PHONES } from '@/utils/contract/desk-phones';
import type { Database, Transaction } from '../database/database';
import { devices } from './access-tables';
import { ha1Of, newDevicePassword, newDeviceUsername } from './device-secret';
import { users } from './people-tables';
import { REVOKED_CHANNEL, type RevokedSession } from './sessions';

export interface DeskPhoneRow {
  readonly username: string;
  readonly name: string;
  readonly createdAt: Date;
}

/** A phone with the password it was just given, which is in no other place. */
export interface DeskPhoneWithSecret {
  readonly phone: DeskPhoneRow;
  readonly credential: DeviceCredential;
}

/** The desk phones of users. What cuts one off tells every node, and the caller does so on its own. */
export interface DeskPhones {
  /** Oldest first. */
  list(userId: string): Promise<DeskPhoneRow[]>;
  /** Null: the user has {@link MOST_DESK_PHONES}. */
  create(userId: string, name: string): Promise<DeskPhoneWithSecret | null>;
  /** False: the user has no such phone. */
  rename(userId: string, username: string, name: string): Promise<boolean>;
  /** A new password; the old one is no longer good. */
  renewSecret(userId: string, username: string): Promise<(DeskPhoneWithSecret & { readonly revoked: RevokedSession }) | null>;
  remove(userId: string, username: string): Promise<RevokedSession | null>;
}

const shown = { username: devices.username, name: sql<string>`coalesce(${devices.name}, '')`, createdAt: devices.createdAt };
const ofUser = (userId: string) => and(eq(devices.userId, userId), eq(devices.kind, 'desk'), isNull(devices.revokedAt));
const one = (userId: string, username: string) => and(ofUser(userId), eq(devices.username, username));

export function createDeskPhones(db: Database, realm: string, now: () => number): DeskPhones {
  const secretOf = (username: string) => {
    const password = newDevicePassword();
    return { ha1: ha1Of(username, realm, password), credential: { username, password, domain: realm } };
  };

  async function tell(tx: Transaction, username: string): Promise<RevokedSession> {
    const revoked: RevokedSession = { sessionId: null, devices: [username] };
    await tx.execute(sql`select pg_notify(${REVOKED_CHANNEL}, ${JSON.stringify(revoked)})`);
    return revoked;
  }

  return {
    list: (userId) => db.select(shown).from(devices).where(ofUser(userId)).orderBy(asc(devices.createdAt), asc(devices.username)),
    create(userId, name) {
      return db.transaction(async (tx) => {
        // Locked, so that two requests do not both see room for the last one.
        await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('update');
        if ((await tx.$count(devices, ofUser(userId))) >= MOST_DESK_PHONES) return null;
        const username = newDeviceUsername();
        const { ha1, credential } = secretOf(username);
        const createdAt = new Date(now());
        await tx.insert(devices).values({ username, ha1, kind: 'desk', userId, name, createdAt });
        return { phone: { username, name, createdAt }, credential };
      });
    },
    async rename(userId, username, name) {
      const renamed = await db.update(devices).set({ name }).where(one(userId, username)).returning({ username: devices.username });
      return renamed.length > 0;
    },
    renewSecret(userId, username) {
      return db.transaction(async (tx) => {
        const { ha1, credential } = secretOf(username);
        const [phone] = await tx.update(devices).set({ ha1 }).where(one(userId, username)).returning(shown);
        return phone ? { phone, credential, revoked: await tell(tx, username) } : null;
      });
    },
    remove(userId, username) {
      return db.transaction(async (tx) => {
        const gone = await tx.update(devices).set({ revokedAt: new Date(now()) }).where(one(userId, username)).returning({ username: devices.username });
        return gone.length > 0 ? tell(tx, username) : null;
      });
    },
  };
}
