import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { secureHeaders } from 'hono/secure-headers';
import { ApiFailure } from './api-failure';
import { isAllowedOrigin, type OriginRules } from './origin';

/** Far above any request of the API. */
export const MAX_BODY = 65_536;

/** No page of another origin may use the API, readable answers or not; programs send no Origin and are let through. */
export function refuseForeignOrigins(rules: OriginRules): MiddlewareHandler {
  return async (context, next) => {
    const origin = context.req.header('origin');
    if (origin !== undefined && !isAllowedOrigin(origin, context.req.header('host'), rules))
      throw new ApiFailure('forbidden', 'this origin may not use the API');
    await next();
  };
}

/** Answers preflights and lets allowed origins read answers. No cookies are used, so no credentials are allowed. */
export function allowOrigins(rules: OriginRules): MiddlewareHandler {
  return cors({
    origin: (origin, context) => (isAllowedOrigin(origin, context.req.header('host'), rules) ? origin : null),
    allowMethods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowHeaders: ['authorization', 'content-type'],
    exposeHeaders: ['retry-after'],
    maxAge: 600,
  });
}

export function limitBody(): MiddlewareHandler {
  return bodyLimit({
    maxSize: MAX_BODY,
    onError: (context) => context.json(new ApiFailure('invalid-input', `the body is larger than ${MAX_BODY} bytes`).body, 413),
  });
}

/** For every answer. HSTS only where this port itself speaks TLS. */
export function commonHeaders(secure: boolean): MiddlewareHandler {
  return secureHeaders({
    strictTransportSecurity: secure ? 'max-age=31536000' : false,
    crossOriginResourcePolicy: false,
    referrerPolicy: 'no-referrer',
  });
}

/** API answers are data: nothing in them may run, be framed or be kept. */
export const apiHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  context.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  context.header('cache-control', 'no-store');
};
