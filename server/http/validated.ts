import { validator } from 'hono-openapi';
import type { ValidationTargets } from 'hono';
import type * as v from 'valibot';
import { ApiFailure } from './api-failure';

/** Parses a part of the request with a shared schema and describes it in the OpenAPI document; 400 names what is wrong. */
export function validated<T extends 'json' | 'query' | 'param', S extends v.GenericSchema>(target: T & keyof ValidationTargets, schema: S) {
  return validator(target, schema, (result) => {
    if (result.success) return;
    const fields = result.error.map((issue) => [pathOf(issue.path), issue.message] as const);
    throw new ApiFailure('invalid-input', `the ${target} of the request is not valid`, { fields: Object.fromEntries(fields) });
  });
}

type IssuePath = readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;

function pathOf(path: IssuePath): string {
  return (path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.') || 'request';
}
