import { and, asc, eq, isNull, ne, or } from 'drizzle-orm';
import type { RoutingUser } from '@/utils/domain/routing/call-route';
import type { Database } from '../database/database';
import { devices } from './access-tables';
import { users } from './people-tables';

/** Who has which number and device, for the SIP edge and the routing. Asked for every REGISTER and INVITE. */
export interface Directory {
  /** HA1 of a device, or null: unknown or cut off. */
  ha1(username: string): Promise<string | null>;
  userOfDevice(username: string): Promise<RoutingUser | null>;
  userByExtension(companyId: string, extension: string): Promise<RoutingUser | null>;
  /** By fixed or mobile number, E.164 with plus; a fixed number goes first. */
  userByNumber(e164: string): Promise<RoutingUser | null>;
  /** User names of what rings for the user: its browsers, its desk phones and the demo robots that play it. Oldest first. */
  devicesOf(userId: string): Promise<string[]>;
}

const routingUser = {
  id: users.id,
  companyId: users.companyId,
  name: users.name,
  extension: users.extension,
  fixedNumber: users.fixedNumber,
  mobileNumber: users.mobileNumber,
  region: users.region,
};

export function createDirectory(db: Database): Directory {
  return {
    async ha1(username) {
      const [row] = await db
        .select({ ha1: devices.ha1 })
        .from(devices)
        .where(and(eq(devices.username, username), isNull(devices.revokedAt)));
      return row?.ha1 ?? null;
    },
    async userOfDevice(username) {
      const [row] = await db
        .select(routingUser)
        .from(devices)
        .innerJoin(users, eq(users.id, devices.userId))
        .where(and(eq(devices.username, username), isNull(devices.revokedAt)));
      return row ?? null;
    },
    async userByExtension(companyId, extension) {
      const [row] = await db
        .select(routingUser)
        .from(users)
        .where(and(eq(users.companyId, companyId), eq(users.extension, extension)));
      return row ?? null;
    },
    async userByNumber(e164) {
      const rows = await db
        .select(routingUser)
        .from(users)
        .where(or(eq(users.fixedNumber, e164), eq(users.mobileNumber, e164)));
      return rows.find((user) => user.fixedNumber === e164) ?? rows[0] ?? null;
    },
    async devicesOf(userId) {
      const rows = await db
        .select({ username: devices.username })
        .from(devices)
        .where(and(eq(devices.userId, userId), isNull(devices.revokedAt), ne(devices.kind, 'service')))
        .orderBy(asc(devices.createdAt), asc(devices.username));
      return rows.map((row) => row.username);
    },
  };
}
