import { randomUUID } from 'node:crypto';
import { and, desc, eq, gt, isNull, lt, lte, sql, type SQL } from 'drizzle-orm';
import * as v from 'valibot';
import type { DeviceCredential } from '@/utils/contract/account-api';
import type { Database } from '../database/database';
import { devices, sessions } from './access-tables';
import { createBrowserDevice } from './devices';
import { newSessionToken, tokenHash } from './session-token';

const DAY = 86_400_000;
/** A browser that has not been heard of for so long must sign in again. */
export const SESSION_IDLE_MS = 90 * DAY;
/** `lastSeenAt` is not worth a write per request. */
const TOUCH_EVERY_MS = 60_000;

/** Payload: {@link RevokedSession} as JSON; a desk phone has no session, to every server node when the revoking transaction commits. */
export const REVOKED_CHANNEL = 'one_sessions_revoked';
export const revokedSessionSchema = v.object({ sessionId: v.nullable(v.string()), devices: v.array(v.string()) });
export type RevokedSession = v.InferOutput<typeof revokedSessionSchema>;

export interface LiveSession {
  readonly id: string;
  readonly userId: string;
}

export interface SessionRow {
  readonly id: string;
  readonly deviceName: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  /** User names of its devices. */
  readonly devices: string[];
}

export interface Sessions {
  /** A new session with its device, in one transaction. */
  create(userId: string, deviceName: string): Promise<{ id: string; token: string; device: DeviceCredential }>;
  /** The session a token belongs to; null when it is unknown, revoked or too old. */
  find(token: string): Promise<LiveSession | null>;
  /** Still signed in? Notes that it was seen. */
  touch(id: string): Promise<boolean>;
  /** Newest first. */
  list(userId: string): Promise<SessionRow[]>;
  /** Cuts off the session and its devices. Null when the user has no such session. */
  revoke(userId: string, id: string): Promise<RevokedSession | null>;
  /** Cuts off every session that has been idle for {@link SESSION_IDLE_MS}. */
  revokeIdle(): Promise<RevokedSession[]>;
}

export function createSessions(db: Database, realm: string, now: () => number): Sessions {
  const idleSince = () => new Date(now() - SESSION_IDLE_MS);
  const live = () => and(isNull(sessions.revokedAt), gt(sessions.lastSeenAt, idleSince()));

  async function seen({ id, lastSeenAt }: { id: string; lastSeenAt: Date }): Promise<void> {
    const stale = new Date(now() - TOUCH_EVERY_MS);
    if (lastSeenAt >= stale) return;
    const unseen = and(eq(sessions.id, id), lt(sessions.lastSeenAt, stale));
    await db.update(sessions).set({ lastSeenAt: new Date(now()) }).where(unseen);
  }

  /** `which` picks sessions that are not yet revoked. */
  function revokeWhere(which: SQL | undefined): Promise<RevokedSession[]> {
    return db.transaction(async (tx) => {
      const at = new Date(now());
      const rows = await tx
        .update(sessions)
        .set({ revokedAt: at })
        .where(and(which, isNull(sessions.revokedAt)))
        .returning({ id: sessions.id });
      const revoked: RevokedSession[] = [];
      for (const { id } of rows) {
        const cut = await tx.update(devices).set({ revokedAt: at }).where(eq(devices.sessionId, id)).returning({ username: devices.username });
        const one = { sessionId: id, devices: cut.map((device) => device.username) };
        await tx.execute(sql`select pg_notify(${REVOKED_CHANNEL}, ${JSON.stringify(one)})`);
        revoked.push(one);
      }
      return revoked;
    });
  }

  return {
    create(userId, deviceName) {
      return db.transaction(async (tx) => {
        const id = randomUUID();
        const token = newSessionToken();
        const at = new Date(now());
        await tx.insert(sessions).values({ id, userId, tokenHash: tokenHash(token), deviceName, createdAt: at, lastSeenAt: at });
        return { id, token, device: await createBrowserDevice(tx, { userId, sessionId: id, now: now() }, realm) };
      });
    },
    async find(token) {
      const [row] = await db
        .select({ id: sessions.id, userId: sessions.userId, lastSeenAt: sessions.lastSeenAt })
        .from(sessions)
        .where(and(eq(sessions.tokenHash, tokenHash(token)), live()));
      if (!row) return null;
      await seen(row);
      return { id: row.id, userId: row.userId };
    },
    async touch(id) {
      const [row] = await db
        .select({ id: sessions.id, lastSeenAt: sessions.lastSeenAt })
        .from(sessions)
        .where(and(eq(sessions.id, id), live()));
      if (row) await seen(row);
      return row !== undefined;
    },
    async list(userId) {
      const rows = await db
        .select({
          id: sessions.id,
          deviceName: sessions.deviceName,
          createdAt: sessions.createdAt,
          lastSeenAt: sessions.lastSeenAt,
          device: devices.username,
        })
        .from(sessions)
        .leftJoin(devices, eq(devices.sessionId, sessions.id))
        .where(and(eq(sessions.userId, userId), live()))
        .orderBy(desc(sessions.createdAt), desc(sessions.id));
      const byId = new Map<string, SessionRow>();
      for (const { device, ...row } of rows) {
        const session = byId.get(row.id) ?? { ...row, devices: [] };
        if (device !== null) session.devices.push(device);
        byId.set(row.id, session);
      }
      return [...byId.values()];
    },
    async revoke(userId, id) {
      const [revoked] = await revokeWhere(and(eq(sessions.id, id), eq(sessions.userId, userId)));
      return revoked ?? null;
    },
    revokeIdle: () => revokeWhere(lte(sessions.lastSeenAt, idleSince())),
  };
}
