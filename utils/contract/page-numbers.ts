import * as v from 'valibot';
import { regionSchema } from './region';

/** A host (`example.com`, its subdomains too), with or without `*.`, port and a path prefix: `intra.example.com/wiki`. */
const sitePatternSchema = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.minLength(1), v.maxLength(200));

/** How numbers on web pages are found and shown; kept in `storage.local` on this browser. */
export const pageNumbersSchema = v.object({
  on: v.boolean(),
  look: v.picklist(['underline', 'dotted', 'tint', 'plain']),
  /** Null: the account's. */
  region: v.nullable(regionSchema),
  level: v.picklist(['strict', 'normal', 'eager']),
  sitesOff: v.pipe(v.array(sitePatternSchema), v.maxLength(1000)),
  /** Digits that a person said are no number, on this site. `text`: digits and plus only. */
  exceptions: v.pipe(v.array(v.object({ site: sitePatternSchema, text: v.pipe(v.string(), v.maxLength(40)) })), v.maxLength(5000)),
});
export type PageNumbers = v.InferOutput<typeof pageNumbersSchema>;
export type NumberLook = PageNumbers['look'];

export const DEFAULT_PAGE_NUMBERS: PageNumbers = Object.freeze<PageNumbers>({
  on: true,
  look: 'dotted',
  region: null,
  level: 'normal',
  sitesOff: [],
  exceptions: [],
});
