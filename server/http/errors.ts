import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Logger } from '@/utils/contract/logger';
import { ApiFailure } from './api-failure';

/** Every error as utils/contract/api-error.ts; what went wrong inside goes to the log only. */
export function answerError(log: Logger) {
  return (error: Error, context: Context): Response => {
    const failure = asFailure(error);
    if (failure.code === 'internal') log.error('request failed', { method: context.req.method, path: context.req.path, error });
    const { retryAfter } = failure.detail;
    if (retryAfter !== undefined) context.header('retry-after', String(retryAfter));
    if (failure.code === 'not-signed-in') context.header('www-authenticate', 'Bearer');
    return context.json(failure.body, failure.status);
  };
}

export function answerNotFound(context: Context): Response {
  const failure = new ApiFailure('not-found', 'there is nothing here');
  return context.json(failure.body, failure.status);
}

function asFailure(error: Error): ApiFailure {
  if (error instanceof ApiFailure) return error;
  // Hono's own: a body that is no JSON.
  if (error instanceof HTTPException && error.status < 500) return new ApiFailure('invalid-input', 'the request cannot be read');
  return new ApiFailure('internal', 'the server failed');
}
