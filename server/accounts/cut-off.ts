import * as v from 'valibot';
import type { Clock } from '@/utils/contract/clock';
import type { Logger } from '@/utils/contract/logger';
import type { EventSockets } from '../change-feed/event-sockets';
import type { Notifications } from '../database/database';
import type { CachedDirectory } from './directory-cache';
import { REVOKED_CHANNEL, revokedSessionSchema, type RevokedSession, type Sessions } from './sessions';

export interface CutOffServices {
  readonly sessions: Sessions;
  readonly sockets: Pick<EventSockets, 'closeSession' | 'closeRevoked'>;
  /** Answers kept about who has which device. */
  readonly directory: Pick<CachedDirectory, 'forget'>;
  /** The edge's own cut-off; does nothing while there is no edge. */
  readonly cutOffDevice: (username: string) => Promise<void>;
  readonly notifications: Notifications;
  readonly clock: Clock;
  readonly log: Logger;
}

export interface CutOff {
  /** Closes what a revoked session, or a removed desk phone, has open on this node. */
  now(revoked: RevokedSession): Promise<void>;
  close(): Promise<void>;
}

const HOUR = 3_600_000;
const TEN_MINUTES = 600_000;

/**
 * Cuts off revoked sessions on every node: the node that revokes does it before it answers, the others when the
 * database tells them, and all look again now and then in case the telling was lost. Cutting off twice does no harm.
 */
export async function createCutOff(services: CutOffServices): Promise<CutOff> {
  const { sessions, sockets, directory, notifications, clock, log } = services;
  const failed = (what: string) => (error: unknown) => log.error(what, { error });

  async function now({ sessionId, devices }: RevokedSession): Promise<void> {
    // Before the edge, which asks again: with Postgres this node may hear of its own change later.
    directory.forget();
    if (sessionId !== null) sockets.closeSession(sessionId);
    await Promise.all(
      devices.map((device) => services.cutOffDevice(device).catch(failed('device not cut off at the edge'))),
    );
  }

  const closeMissed = () => void sockets.closeRevoked().catch(failed('sessions not checked'));
  const revokeIdle = () => void sessions.revokeIdle().catch(failed('idle sessions not revoked'));
  const stopListening = await notifications.listen(
    REVOKED_CHANNEL,
    (payload) => {
      const revoked = v.safeParse(v.pipe(v.string(), v.parseJson(), revokedSessionSchema), payload);
      if (revoked.success) void now(revoked.output);
    },
    closeMissed,
  );
  const stopLooking = clock.every(TEN_MINUTES, closeMissed);
  const stopRevoking = clock.every(HOUR, revokeIdle);
  revokeIdle();

  return {
    now,
    async close() {
      stopLooking();
      stopRevoking();
      await stopListening();
    },
  };
}
