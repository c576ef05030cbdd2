const EXTENSION = /^(chrome|moz)-extension:\/\/[a-z0-9-]+$/i;

export interface OriginRules {
  /** Web origins that are allowed besides the extensions and the server's own. */
  readonly allowed: readonly string[];
  readonly secure: boolean;
}

/** Browsers of the extension, the server's own pages and configured origins; `host` is the Host header. */
export function isAllowedOrigin(origin: string, host: string | undefined, rules: OriginRules): boolean {
  if (EXTENSION.test(origin) || rules.allowed.includes(origin)) return true;
  return host !== undefined && origin === `${rules.secure ? 'https' : 'http'}://${host}`;
}

/** 127.0.0.0/8, ::1 and the IPv4 form of the former. */
export function isLoopback(address: string | undefined): boolean {
  return address !== undefined && /^(::ffff:)?127\.|^::1$/i.test(address);
}

/**
 * A WebSocket upgrade carries an Origin when a browser makes it (RFC 6455 10.2). Without one it is a program, which is
 * let in from this machine only.
 */
export function mayUpgrade(origin: string | undefined, host: string | undefined, address: string | undefined, rules: OriginRules): boolean {
  return origin === undefined ? isLoopback(address) : isAllowedOrigin(origin, host, rules);
}
