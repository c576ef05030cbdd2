import { Hono } from 'hono';
import * as v from 'valibot';
import type { Me } from '@/utils/contract/account-api';
import { orderCallRequestSchema, orderedCallSchema, type CallVia } from '@/utils/contract/ordered-call';
import type { DeskPhones } from '../../accounts/desk-phones';
import { findUser } from '../../accounts/people';
import type { Sessions } from '../../accounts/sessions';
import type { Database } from '../../database/database';
import { ApiFailure } from '../../http/api-failure';
import type { AppEnv } from '../../http/app-env';
import { authenticate } from '../../http/authenticate';
import { describe } from '../../http/describe';
import { validated } from '../../http/validated';
import type { RouteTarget } from '../ports';
import type { OrderedCalls } from './ordered-calls';

export interface OrderedCallServices {
  readonly db: Database;
  readonly sessions: Sessions;
  readonly deskPhones: DeskPhones;
  /** Null while the server has no telephony. `mobile`: mobile phones can be called. */
  readonly ordering: () => { readonly orderedCalls: OrderedCalls; readonly mobile: boolean } | null;
}

const tag = 'calls';
const idSchema = v.object({ id: v.pipe(v.string(), v.maxLength(64)) });

/** Calls that the server sets up: one of the user's own phones first, then the number. */
export function orderedCallRoutes({ db, sessions, deskPhones, ordering }: OrderedCallServices): Hono<AppEnv> {
  const signedIn = authenticate(sessions);

  function telephony() {
    const there = ordering();
    if (there === null) throw new ApiFailure('unavailable', 'no telephony');
    return there;
  }

  /** Nobody's phone but the user's own is ever called. */
  async function phoneOf(me: Me, via: CallVia): Promise<RouteTarget> {
    if (via === 'mobile') {
      if (me.mobileNumber === null) throw new ApiFailure('not-found', 'the user has no mobile number');
      if (!telephony().mobile) throw new ApiFailure('unavailable', 'no trunk');
      return { kind: 'trunk', number: me.mobileNumber };
    }
    const phones = await deskPhones.list(me.id);
    if (!phones.some(({ username }) => username === via)) throw new ApiFailure('not-found', 'no such desk phone');
    return { kind: 'device', username: via };
  }

  return new Hono<AppEnv>()
    .post(
      '/calls',
      describe({ summary: 'Call a number with one of the user\'s own phones', tag, answer: orderedCallSchema, errors: ['invalid-input', 'not-found', 'conflict', 'unavailable'] }),
      signedIn,
      validated('json', orderCallRequestSchema),
      async (context) => {
        const me = await findUser(db, context.var.session.userId);
        if (me === null) throw new ApiFailure('not-signed-in', 'the user was removed');
        const { target, via } = context.req.valid('json');
        const phone = await phoneOf(me, via);
        const ordered = telephony().orderedCalls.order({ ...me, companyId: me.company.id }, { target, via, phone });
        if (ordered === 'unavailable') throw new ApiFailure('unavailable', 'the operator is not there');
        if (ordered === 'too-many') throw new ApiFailure('conflict', 'too many calls of this user at once');
        return context.json(ordered);
      },
    )
    .delete('/calls/:id', describe({ summary: 'Cancel such a call, or hang it up', tag, errors: ['invalid-input', 'not-found'] }), signedIn, validated('param', idSchema), (context) => {
      if (!telephony().orderedCalls.cancel(context.var.session.userId, context.req.valid('param').id)) throw new ApiFailure('not-found', 'no such call');
      return context.body(null, 204);
    });
}
