import type { MiddlewareHandler } from 'hono';
import type { Logger } from '@/utils/contract/logger';

/** One line a request. The query is left out: it may name people. */
export function requestLog(log: Logger, now: () => number): MiddlewareHandler {
  return async (context, next) => {
    const started = now();
    await next();
    const { method, path } = context.req;
    // Asked every few seconds by whatever watches the server.
    const level = path === '/healthz' ? 'debug' : 'info';
    log[level]('request', { method, path, status: context.res.status, ms: Math.round(now() - started) });
  };
}
