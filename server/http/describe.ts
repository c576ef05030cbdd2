import { describeRoute, resolver } from 'hono-openapi';
import type * as v from 'valibot';
import { apiErrorSchema, type ApiErrorCode } from '@/utils/contract/api-error';
import { ApiFailure } from './api-failure';

export interface RouteDescription {
  readonly summary: string;
  readonly tag: string;
  /** Body of the answer; none: 204. */
  readonly answer?: v.GenericSchema;
  readonly errors?: readonly ApiErrorCode[];
  /** No bearer token is needed. */
  readonly open?: boolean;
}

/** Puts a route into the OpenAPI document. */
export function describe({ summary, tag, answer, errors = [], open = false }: RouteDescription) {
  const codes: ApiErrorCode[] = [...errors, ...(open ? [] : (['not-signed-in'] as const)), 'internal'];
  const byStatus = new Map<number, ApiErrorCode[]>();
  for (const code of codes) {
    const { status } = new ApiFailure(code, '');
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const failures = [...byStatus].map(([status, names]) => [
    status,
    { description: names.join(' or '), content: { 'application/json': { schema: resolver(apiErrorSchema) } } },
  ]);
  return describeRoute({
    summary,
    tags: [tag],
    security: open ? [] : [{ token: [] }],
    responses: {
      ...(answer ? { 200: { description: 'OK', content: { 'application/json': { schema: resolver(answer) } } } } : { 204: { description: 'Done' } }),
      ...Object.fromEntries(failures),
    },
  });
}
