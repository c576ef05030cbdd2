const SECRET_NAME = /password|passwd|secret|token|authorization|cookie|credential|ha1|database_?url/i;
/** E.164 and national numbers, also in addresses; not UUIDs, hex, ISO times or IP addresses, which have other characters around their digits. */
const NUMBER = /(?:(?<=\b(?:sips?|tel):)|(?<![\w:.-]))\+?\d{7,15}(?![\w:.-])/g;
/** Drizzle puts the values of a query that failed into its error: password hashes, HA1, what is told of calls. */
const PARAMETERS = /(?<=\bFailed query: [^]*?\nparams: )[^]*?(?=\n\s+at |$)/;
const DEEPEST = 4;

/**
 * A copy fit for a log: values with secret names are replaced, telephone numbers in text keep their first four and last
 * two characters. A safety net under the rule that neither is handed to the log at all.
 */
export function withoutSecrets(detail: Readonly<Record<string, unknown>>, depth = 0): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(detail).map(([name, value]) => [name, SECRET_NAME.test(name) ? '[removed]' : cleaned(value, depth)]),
  );
}

/** The same for text by itself: a message, a line of a daemon. */
export function textWithoutSecrets(text: string): string {
  return text.replace(PARAMETERS, '[removed]').replace(NUMBER, (digits) => `${digits.slice(0, 4)}…${digits.slice(-2)}`);
}

function cleaned(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return textWithoutSecrets(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEEPEST) return '[deeper]';
  if (Array.isArray(value)) return value.map((item) => cleaned(item, depth + 1));
  if (value instanceof Error) return { name: value.name, message: cleaned(value.message, depth + 1), stack: cleaned(value.stack, depth + 1) };
  return withoutSecrets({ ...value }, depth + 1);
}
