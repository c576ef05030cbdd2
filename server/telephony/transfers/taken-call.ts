import * as v from 'valibot';

const text = v.pipe(
  v.string(),
  v.transform((base64) => Buffer.from(base64, 'base64').toString('utf8')),
);
/** One end of a dialog (RFC 3261 12), as the edge knows it. `cseq`: the last one it used, 0 for none yet. */
const endSchema = v.object({ tag: text, uri: text, contact: text, cseq: v.pipe(v.string(), v.transform((digits) => Number(digits) || 0)) });
const takenSchema = v.object({ media: v.string(), as: v.picklist(['caller', 'callee']), caller: endSchema, callee: endSchema });

type DialogEnd = v.InferOutput<typeof endSchema>;

/** A call that the edge has handed over to the bridge. */
export interface TakenCall {
  /** Media session at the relay. */
  readonly media: string;
  /** What the phone was. */
  readonly as: 'caller' | 'callee';
  /** The phone's, which is the bridge's now. */
  readonly local: DialogEnd;
  /** The trunk's. */
  readonly remote: DialogEnd;
}

/** Reads what the edge says of it; null when that cannot be read. */
export function readTaken(header: string): TakenCall | null {
  let json: unknown = null;
  try {
    json = JSON.parse(Buffer.from(header, 'base64').toString('utf8'));
  } catch {
    return null;
  }
  const parsed = v.safeParse(takenSchema, json);
  if (!parsed.success) return null;
  const { media, as, caller, callee } = parsed.output;
  return { media, as, local: as === 'caller' ? caller : callee, remote: as === 'caller' ? callee : caller };
}
