import * as v from 'valibot';

/** E.164, or digits, `*` and `#` of a number that has none (an extension). */
const contactNumberSchema = v.pipe(v.string(), v.regex(/^(\+[1-9]\d{1,14}|[\d*#]{1,20})$/));

/** Somebody outside the company, kept in this browser for one account. */
export const contactSchema = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  /** `historyOwner` of the account that keeps it. */
  account: v.pipe(v.string(), v.minLength(1)),
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
  company: v.nullable(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100))),
  numbers: v.pipe(v.array(v.object({ kind: v.picklist(['fixed', 'mobile', 'other']), number: contactNumberSchema })), v.minLength(1), v.maxLength(20)),
  /** Epoch ms. */
  createdAt: v.number(),
  updatedAt: v.number(),
});
export type Contact = v.InferOutput<typeof contactSchema>;
export type ContactNumberKind = Contact['numbers'][number]['kind'];
