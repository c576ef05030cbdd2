import { Hono } from 'hono';
import * as v from 'valibot';
import { changesResponseSchema } from '@/utils/contract/change-feed';
import type { Sessions } from '../accounts/sessions';
import type { Database } from '../database/database';
import { ApiFailure } from '../http/api-failure';
import type { AppEnv } from '../http/app-env';
import { authenticate } from '../http/authenticate';
import { describe } from '../http/describe';
import { validated } from '../http/validated';
import { readChanges } from './change-feed';

const wholeNumber = v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number));
const querySchema = v.object({
  since: v.optional(wholeNumber, '0'),
  limit: v.optional(v.pipe(wholeNumber, v.minValue(1), v.maxValue(500)), '200'),
});

export function changeFeedRoutes(db: Database, sessions: Sessions): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get(
      '/changes',
      describe({ summary: 'Changes after a cursor, in order', tag: 'changes', answer: changesResponseSchema, errors: ['invalid-input'] }),
      authenticate(sessions),
      validated('query', querySchema),
      async (context) => {
        const { since, limit } = context.req.valid('query');
        return context.json(await readChanges(db, context.var.session.userId, since, limit));
      },
    )
    .get(
      '/events',
      describe({ summary: 'WebSocket: changes as they happen (utils/contract/events.ts)', tag: 'changes', open: true, errors: ['invalid-input'] }),
      () => {
        throw new ApiFailure('invalid-input', 'this address speaks WebSocket');
      },
    );
}
