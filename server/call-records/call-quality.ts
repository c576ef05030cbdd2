import { and, eq } from 'drizzle-orm';
import type { QualityReport } from '@/utils/contract/call-quality';
import type { LiveSession } from '../accounts/sessions';
import type { Database } from '../database/database';
import { callQuality } from './call-quality-table';
import { callRecords } from './call-record-table';

export interface CallQualities {
  /** Keeps what the session's device says of a call, in place of what it said before; false: its user had no such call. */
  put(session: LiveSession, report: QualityReport): Promise<boolean>;
}

export function createCallQualities(db: Database, now: () => number): CallQualities {
  return {
    async put({ id: sessionId, userId }, { callId, quality: summary }) {
      const own = and(eq(callRecords.callId, callId), eq(callRecords.userId, userId));
      const [record] = await db.select({ id: callRecords.id }).from(callRecords).where(own).limit(1);
      if (!record) return false;
      const said = { reportedAt: new Date(now()), summary };
      await db
        .insert(callQuality)
        .values({ userId, callId, sessionId, ...said })
        .onConflictDoUpdate({ target: [callQuality.userId, callQuality.callId, callQuality.sessionId], set: said });
      return true;
    },
  };
}
