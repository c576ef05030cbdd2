import * as v from 'valibot';

/** ISO 3166-1 alpha-2, upper case: the region whose national format and dialling rules a user has. */
export const regionSchema = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/));

/** E.164 with its plus sign: `+46841000010`. */
export const e164Schema = v.pipe(v.string(), v.regex(/^\+[1-9]\d{1,14}$/));

export const languageSchema = v.picklist(['sv', 'en']);
export type Language = v.InferOutput<typeof languageSchema>;
