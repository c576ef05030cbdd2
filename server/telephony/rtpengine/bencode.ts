/** Values of rtpengine's NG protocol, which is bencode (BEP 3). Keys go out sorted; numbers are integers. */
export type Bencodable = string | number | readonly Bencodable[] | { readonly [key: string]: Bencodable };

export function encodeBencode(value: Bencodable): Buffer {
  if (typeof value === 'number') return Buffer.from(`i${Math.trunc(value)}e`);
  if (typeof value === 'string') {
    const bytes = Buffer.from(value);
    return Buffer.concat([Buffer.from(`${bytes.length}:`), bytes]);
  }
  const isList = (one: typeof value): one is readonly Bencodable[] => Array.isArray(one);
  if (isList(value)) return Buffer.concat([Buffer.from('l'), ...value.map(encodeBencode), Buffer.from('e')]);
  const parts = Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, one]) => [encodeBencode(key), encodeBencode(one)]);
  return Buffer.concat([Buffer.from('d'), ...parts, Buffer.from('e')]);
}

const DEEPEST = 32;

/** Throws on anything that is not one whole bencoded value. */
export function decodeBencode(bytes: Buffer): Bencodable {
  let at = 0;
  const fail = (): never => {
    throw new Error(`not bencode at byte ${at}`);
  };
  function until(end: string): string {
    const stop = bytes.indexOf(end, at, 'latin1');
    if (stop < 0) return fail();
    const text = bytes.toString('latin1', at, stop);
    at = stop + 1;
    return text;
  }
  function whole(text: string): number {
    return /^-?\d{1,15}$/.test(text) ? Number(text) : fail();
  }
  function string(): string {
    const length = whole(until(':'));
    if (length < 0 || at + length > bytes.length) return fail();
    const text = bytes.toString('utf8', at, at + length);
    at += length;
    return text;
  }
  function ends(): boolean {
    if (at >= bytes.length) return fail();
    if (bytes[at] !== 0x65) return false;
    at += 1;
    return true;
  }
  function value(depth: number): Bencodable {
    if (depth > DEEPEST) return fail();
    const kind = String.fromCharCode(bytes[at] ?? 0);
    if (/\d/.test(kind)) return string();
    at += 1;
    if (kind === 'i') return whole(until('e'));
    if (kind === 'l') {
      const list: Bencodable[] = [];
      while (!ends()) list.push(value(depth + 1));
      return list;
    }
    if (kind !== 'd') return fail();
    const entries: [string, Bencodable][] = [];
    while (!ends()) entries.push([string(), value(depth + 1)]);
    return Object.fromEntries(entries);
  }
  const result = value(0);
  return at === bytes.length ? result : fail();
}
