import * as v from 'valibot';

/** Kamailio prints `<null>` for what a message does not have; that is no base64. */
const encoded = v.pipe(
  v.string(),
  v.regex(/^(<null>|[A-Za-z0-9+/]*={0,2})$/),
  v.transform((text) => (text === '<null>' ? null : Buffer.from(text, 'base64').toString('utf8'))),
);
const text = v.pipe(
  encoded,
  v.transform((value) => value ?? ''),
);
const device = v.pipe(v.string(), v.regex(/^d[0-9a-f]{20}$/));
/** A device, or `trunk`. */
const party = v.pipe(v.string(), v.regex(/^(d[0-9a-f]{20}|trunk)$/));
/** `seconds.microseconds` → epoch ms. */
const time = v.pipe(
  v.string(),
  v.regex(/^\d+\.\d+$/),
  v.transform((seconds) => Math.floor(Number(seconds) * 1000)),
);
const transaction = { ti: v.number(), tl: v.number() };

/** What kamailio.cfg says. */
export const edgeMessageSchema = v.variant('ev', [
  v.object({ ev: v.literal('ready') }),
  v.object({ ev: v.literal('pong') }),
  v.object({ ev: v.literal('ha1'), ...transaction, user: device }),
  v.object({
    ev: v.literal('invite'),
    ...transaction,
    callid: text,
    source: party,
    dialled: text,
    fromuser: text,
    fromname: text,
    pai: encoded,
    replaces: encoded,
    refby: encoded,
    divert: encoded,
  }),
  v.object({
    ev: v.literal('failed'),
    ...transaction,
    callid: text,
    status: v.number(),
    why: v.picklist(['rejected', 'no-answer', 'unregistered']),
  }),
  v.object({ ev: v.literal('ringing'), callid: text, who: party, number: text, at: time }),
  v.object({
    ev: v.literal('answered'),
    callid: text,
    who: party,
    number: text,
    caller: party,
    media: v.string(),
    at: time,
  }),
  v.object({
    ev: v.literal('ended'),
    callid: text,
    by: v.picklist(['caller', 'callee', 'server', 'cancel', 'failed']),
    at: time,
  }),
  v.object({ ev: v.literal('call'), callid: text, value: v.string() }),
  v.object({ ev: v.literal('kept'), callid: text, value: text }),
  v.object({ ev: v.literal('refer'), ...transaction, callid: text, source: device, fromtag: text, totag: text, referto: text, media: v.string() }),
  v.object({ ev: v.picklist(['left', 'resumed']), callid: text }),
  v.object({ ev: v.literal('taken'), callid: text, as: v.picklist(['caller', 'callee']) }),
  v.object({ ev: v.literal('registered'), user: device }),
  v.object({ ev: v.literal('unregistered'), user: device }),
  v.object({ ev: v.literal('cutoff'), user: device}),
]);
export type EdgeMessage = v.InferOutput<typeof edgeMessageSchema>;

/** What kamailio.cfg is told; numbers of a transaction are those of its question. */
export type ServerMessage =
  | { readonly act: 'hello' }
  | { readonly act: 'ping' }
  | { readonly act: 'ha1'; readonly ti: number; readonly tl: number; readonly user: string; readonly ha1: string }
  | { readonly act: 'reply'; readonly ti: number; readonly tl: number; readonly status: number; readonly reason: string }
  | {
      readonly act: 'route';
      readonly ti: number;
      readonly tl: number;
      /** Device user names and trunk URIs. */
      readonly targets: readonly string[];
      readonly ring: number;
      /** Quoted display name, or empty. */
      readonly name: string;
      /** URI of From. */
      readonly from: string;
      /** URI of P-Asserted-Identity, or empty. */
      readonly asserted: string;
      /** Value of Referred-By, or empty. */
      readonly refby: string;
  readonly connected: string;
    }
  | { readonly act: 'cutoff'; readonly user: string }
  | { readonly act: 'bridge'; readonly user: string }
  | { readonly act: 'release'; readonly callid: string }
  /** Base64; empty: nothing any more. */
  | { readonly act: 'keep'; readonly callid: string; readonly value: string }
  | { readonly act: 'trunk'; readonly user: string; readonly secret: string }
  | {
      readonly act: 'restore';
      readonly callid: string;
      readonly caller: string;
      readonly callee: string;
      readonly media: string;
    };
