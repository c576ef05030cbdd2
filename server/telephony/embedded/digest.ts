import { createHash, timingSafeEqual } from 'node:crypto';

/** Credentials of an Authorization or Proxy-Authorization field (RFC 7616 3.4), MD5 with qop=auth. */
export interface DigestCredentials {
  readonly username: string;
  readonly realm: string;
  readonly nonce: string;
  readonly uri: string;
  readonly response: string;
  readonly cnonce: string;
  readonly nc: string;
}

const md5 = (text: string) => createHash('md5').update(text).digest('hex');
const PARAMETER = /([A-Za-z]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))/g;

/** Null when the field is no Digest, another algorithm than MD5, or lacks qop=auth. */
export function parseCredentials(value: string): DigestCredentials | null {
  if (!/^digest\s/i.test(value)) return null;
  const found = new Map<string, string>();
  for (const [, name, quoted, plain] of value.slice(6).matchAll(PARAMETER)) {
    if (name !== undefined) found.set(name.toLowerCase(), quoted ?? plain ?? '');
  }
  const of = (name: string) => found.get(name) ?? '';
  if (of('qop') !== 'auth' || (found.get('algorithm') ?? 'MD5').toUpperCase() !== 'MD5') return null;
  if (!/^[0-9a-f]{8}$/i.test(of('nc')) || !/^[0-9a-f]{32}$/i.test(of('response'))) return null;
  if (of('username') === '' || of('cnonce') === '') return null;
  return {
    username: of('username'),
    realm: of('realm'),
    nonce: of('nonce'),
    uri: of('uri'),
    response: of('response').toLowerCase(),
    cnonce: of('cnonce'),
    nc: of('nc'),
  };
}

/** Whether whoever made the credentials knew the password behind `ha1` (RFC 7616 3.4.1). */
export function provesPassword(credentials: DigestCredentials, method: string, ha1: string): boolean {
  const { nonce, nc, cnonce, uri, response } = credentials;
  const expected = md5(`${ha1}:${nonce}:${nc}:${cnonce}:auth:${md5(`${method}:${uri}`)}`);
  return timingSafeEqual(Buffer.from(expected), Buffer.from(response));
}

export function challengeOf(realm: string, nonce: string, stale: boolean): string {
  return `Digest realm="${realm}", nonce="${nonce}", algorithm=MD5, qop="auth"${stale ? ', stale=true' : ''}`;
}
