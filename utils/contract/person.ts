import * as v from 'valibot';
import { e164Schema } from './region';

/** Somebody of the user's own company. */
export const personSchema = v.object({
  id: v.string(),
  name: v.string(),
  extension: v.string(),
  fixedNumber: e164Schema,
  mobileNumber: v.nullable(e164Schema),
});
export type Person = v.InferOutput<typeof personSchema>;

/** GET /api/people */
export const peopleResponseSchema = v.object({ people: v.array(personSchema) });
