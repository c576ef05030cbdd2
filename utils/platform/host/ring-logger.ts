import type { Logger } from '@/utils/contract/logger';
import { redact, redactText } from './redact';

export interface LogLine {
  readonly at: number;
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly message: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

export interface RingLogger extends Logger {
  /** The last lines, oldest first, already redacted. */
  readonly lines: readonly LogLine[];
}

const KEPT = 500;

/** Keeps the last lines for a problem report and passes them on to `sink`. */
export function createRingLogger(now: () => number, sink: (line: LogLine) => void): RingLogger {
  const lines: LogLine[] = [];
  const at =
    (level: LogLine['level']): Logger['info'] =>
    (message, detail) => {
      const line = { at: now(), level, message: redactText(message), ...(detail && { detail: redact(detail) }) };
      lines.push(line);
      if (lines.length > KEPT) lines.shift();
      sink(line);
    };
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** Debug lines stay in the ring: a console full of them hides the one that matters. */
export function toConsole({ level, message, detail }: LogLine): void {
  // eslint-disable-next-line no-console -- the one place where log lines reach the developer tools
  if (level !== 'debug') console[level](`[one] ${message}`, detail ?? '');
}
