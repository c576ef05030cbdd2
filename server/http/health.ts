import { Hono } from 'hono';
import { resolver, describeRoute } from 'hono-openapi';
import * as v from 'valibot';
import type { AppEnv } from './app-env';

const healthSchema = v.object({
  status: v.picklist(['ok', 'failing']),
  database: v.picklist(['ok', 'failing']),
  edge: v.picklist(['ok', 'failing', 'none']),
});
export type Health = v.InferOutput<typeof healthSchema>;

export interface HealthChecks {
  /** Rejects or takes too long: failing. */
  readonly database: () => Promise<unknown>;
  /** Null when this server runs without telephony. */
  readonly edge: (() => Promise<unknown>) | null;
}

const PATIENCE_MS = 2_000;

export function healthRoutes(checks: HealthChecks): Hono<AppEnv> {
  const answer = (description: string) => ({ description, content: { 'application/json': { schema: resolver(healthSchema) } } });
  return new Hono<AppEnv>().get(
    '/healthz',
    describeRoute({
      summary: 'Whether the database and the SIP edge answer',
      tags: ['server'],
      security: [],
      responses: { 200: answer('All well'), 503: answer('Something does not answer') },
    }),
    async (context) => {
      const [database, edge] = await Promise.all([answers(checks.database), checks.edge === null ? ('none' as const) : answers(checks.edge)]);
      const status = database === 'ok' && edge !== 'failing' ? 'ok' : 'failing';
      return context.json({ status, database, edge } satisfies Health, status === 'ok' ? 200 : 503);
    },
  );
}

async function answers(check: () => Promise<unknown>): Promise<'ok' | 'failing'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'failing'>((resolve) => (timer = setTimeout(() => resolve('failing'), PATIENCE_MS)));
  try {
    return await Promise.race([check().then(() => 'ok' as const), late]);
  } catch {
    return 'failing';
  } finally {
    clearTimeout(timer);
  }
}
