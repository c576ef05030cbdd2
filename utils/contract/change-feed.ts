import * as v from 'valibot';

/** One change of one item in one collection, in the order this user must apply them. */
export const changeSchema = v.object({
  /** Strictly increasing per user; the client keeps the last one as its cursor. */
  cursor: v.pipe(v.number(), v.integer(), v.minValue(1)),
  collection: v.string(),
  id: v.string(),
  op: v.picklist(['put', 'delete']),
  /** The whole item for `put`, null for `delete`; each collection has its own schema. */
  item: v.unknown(),
});
export type Change = v.InferOutput<typeof changeSchema>;

/** GET /api/changes?since=CURSOR&limit=N */
export const changesResponseSchema = v.object({
  changes: v.array(changeSchema),
  /** Cursor after the last change of this page. */
  cursor: v.number(),
  /** More changes wait after `cursor`. */
  more: v.boolean(),
});
export type ChangesResponse = v.InferOutput<typeof changesResponseSchema>;
