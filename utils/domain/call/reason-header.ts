/** One value of a SIP `Reason` header (RFC 3326): `SIP;cause=200;text="Call completed elsewhere"`. */
export interface SipReason {
  /** `SIP`, `Q.850`, ... upper case. */
  readonly protocol: string;
  readonly cause: number | null;
  readonly text: string | null;
}

const QUOTED = /"((?:[^"\\]|\\.)*)"/;

/** Splits at `separator` outside quoted strings. */
function split(text: string, separator: string): string[] {
  const parts: string[] = [];
  let quoted = false;
  let part = '';
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (quoted && character === '\\') {
      part += character + text.charAt(++at);
      continue;
    }
    if (character === '"') quoted = !quoted;
    if (character === separator && !quoted) {
      parts.push(part);
      part = '';
    } else part += character;
  }
  parts.push(part);
  return parts;
}

/** Reads the `Reason` headers of one message, in order. Values it cannot read are left out. Never throws. */
export function parseReasons(headers: readonly string[]): SipReason[] {
  return headers
    .flatMap((header) => split(header, ','))
    .flatMap((value) => {
      const [protocol = '', ...parameters] = split(value, ';').map((part) => part.trim());
      if (!/^[\w.-]+$/.test(protocol)) return [];
      const of = (name: string) => parameters.find((one) => one.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1);
      const cause = of('cause')?.trim();
      const text = of('text');
      return {
        protocol: protocol.toUpperCase(),
        cause: cause !== undefined && /^\d{1,3}$/.test(cause) ? Number(cause) : null,
        text: text === undefined ? null : (QUOTED.exec(text)?.[1]?.replace(/\\(.)/g, '$1') ?? text),
      };
    });
}
