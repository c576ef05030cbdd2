import { Hono } from 'hono';
import * as v from 'valibot';
import { iceSettingsSchema, meSchema, sessionsResponseSchema, signInRequestSchema, signInResponseSchema } from '@/utils/contract/account-api';
import { peopleResponseSchema } from '@/utils/contract/person';
import { ApiFailure } from '../http/api-failure';
import type { AppEnv } from '../http/app-env';
import { authenticate } from '../http/authenticate';
import { clientAddress } from '../http/client-address';
import { describe } from '../http/describe';
import { validated } from '../http/validated';
import { findUser, listPeople } from './people';
import type { RevokedSession } from './sessions';
import { signIn, type SignInServices } from './sign-in';

export interface AccountServices extends SignInServices {
  readonly trustedProxies: readonly string[];
  /** User names of devices with a live registration; empty when the edge does not answer. */
  readonly registeredDevices: () => Promise<readonly string[]>;
  /** Closes what a revoked session has open: its events sockets and its devices at the edge. */
  readonly cutOff: (revoked: RevokedSession) => Promise<void>;
}

const tag = 'account';
const sessionIdSchema = v.object({ id: v.pipe(v.string(), v.maxLength(64)) });

/** Sign-in, sign-out, the list of sessions, and who is signed in. */
export function accountRoutes(services: AccountServices): Hono<AppEnv> {
  const { db, sessions } = services;
  const signedIn = authenticate(sessions);

  async function revoke(userId: string, sessionId: string): Promise<void> {
    const revoked = await sessions.revoke(userId, sessionId);
    if (revoked === null) throw new ApiFailure('not-found', 'no such session');
    await services.cutOff(revoked);
  }

  return new Hono<AppEnv>()
    .post(
      '/session',
      describe({ summary: 'Sign in', tag, open: true, answer: signInResponseSchema, errors: ['invalid-input', 'wrong-credentials', 'too-many-tries'] }),
      validated('json', signInRequestSchema),
      async (context) => {
        const address = clientAddress(context.env.incoming, services.trustedProxies);
        return context.json(await signIn(services, context.req.valid('json'), address));
      },
    )
    .delete('/session', describe({ summary: 'Sign out: revokes this session and its device', tag }), signedIn, async (context) => {
      const { userId, id } = context.var.session;
      await revoke(userId, id);
      return context.body(null, 204);
    })
    .get('/sessions', describe({ summary: 'Where the user is signed in, newest first', tag, answer: sessionsResponseSchema }), signedIn, async (context) => {
      const { userId, id: current } = context.var.session;
      const [rows, registered] = await Promise.all([sessions.list(userId), services.registeredDevices()]);
      return context.json({
        sessions: rows.map(({ id, deviceName, createdAt, lastSeenAt, devices }) => ({
          id,
          deviceName,
          createdAt: createdAt.toISOString(),
          lastSeenAt: lastSeenAt.toISOString(),
          current: id === current,
          registered: devices.some((device) => registered.includes(device)),
        })),
      });
    })
    .delete(
      '/sessions/:id',
      describe({ summary: 'Revoke one of the user\'s sessions', tag, errors: ['not-found', 'invalid-input'] }),
      signedIn,
      validated('param', sessionIdSchema),
      async (context) => {
        await revoke(context.var.session.userId, context.req.valid('param').id);
        return context.body(null, 204);
      },
    )
    .get('/people', describe({ summary: 'Everybody in the company of the user, by name', tag, answer: peopleResponseSchema }), signedIn, async (context) =>
      context.json({ people: await listPeople(db, context.var.session.userId) }),
    )
    .get(
      '/ice-servers',
      describe({ summary: 'STUN and TURN, with credentials that are good from now on', tag, answer: iceSettingsSchema }),
      signedIn,
      (context) => context.json(services.iceServers(context.var.session.userId)),
    )
    .get('/me', describe({ summary: 'The signed-in user', tag, answer: meSchema }), signedIn, async (context) => {
      const me = await findUser(db, context.var.session.userId);
      if (me === null) throw new ApiFailure('not-signed-in', 'the user was removed');
      return context.json(me);
    });
}
