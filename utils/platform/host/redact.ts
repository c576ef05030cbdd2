type Detail = Readonly<Record<string, unknown>>;

const SECRET_KEY = /pass|token|secret|credential|authorization|cookie|ticket|ha1/i;
const LONG_NUMBER = /\+?\d[\d\s\-().]{5,}\d/g;

/** What may be logged of `detail`: no secret, and of a number only how it ends. */
export function redact(detail: Detail): Detail {
  return Object.fromEntries(
    Object.entries(detail).map(([key, value]) => [key, SECRET_KEY.test(key) ? '[redacted]' : redactValue(value)]),
  );
}

export function redactText(text: string): string {
  return text.replace(LONG_NUMBER, (found) => `…${found.replace(/\D/g, '').slice(-2)}`);
}

function redactValue(value: unknown): unknown {
  if (typeof value === 'string') return redactText(value);
  if (Array.isArray(value)) return value.map(redactValue);
  if (typeof value === 'object' && value !== null) return redact(value as Detail);
  return value;
}
