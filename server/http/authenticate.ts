import type { MiddlewareHandler } from 'hono';
import type { Sessions } from '../accounts/sessions';
import { ApiFailure } from './api-failure';
import type { AppEnv } from './app-env';

/** Lets a request through with the session its bearer token (RFC 6750 2.1) belongs to. */
export function authenticate(sessions: Sessions): MiddlewareHandler<AppEnv> {
  return async (context, next) => {
    const token = /^Bearer ([\w~+/.-]+=*)$/i.exec(context.req.header('authorization') ?? '')?.[1];
    const session = token === undefined ? null : await sessions.find(token);
    if (session === null) throw new ApiFailure('not-signed-in', 'the session is unknown, revoked or expired');
    context.set('session', session);
    await next();
  };
}
