import { Hono } from 'hono';
import { qualityReportSchema } from '@/utils/contract/call-quality';
import type { Sessions } from '../accounts/sessions';
import { ApiFailure } from '../http/api-failure';
import type { AppEnv } from '../http/app-env';
import { authenticate } from '../http/authenticate';
import { describe } from '../http/describe';
import { validated } from '../http/validated';
import type { CallQualities } from './call-quality';

export interface CallRecordServices {
  readonly sessions: Sessions;
  readonly callQualities: CallQualities;
}

/** What devices add to the records of their own calls. */
export function callRecordRoutes({ sessions, callQualities }: CallRecordServices): Hono<AppEnv> {
  return new Hono<AppEnv>().post(
    '/call-quality',
    describe({ summary: 'What a call was like at this device', tag: 'calls', errors: ['invalid-input', 'not-found'] }),
    authenticate(sessions),
    validated('json', qualityReportSchema),
    async (context) => {
      if (!(await callQualities.put(context.var.session, context.req.valid('json')))) throw new ApiFailure('not-found', 'no such call of this user');
      return context.body(null, 204);
    },
  );
}
