/** Levels and what may be logged: docs/architecture.md. Never a password, a token, a message text or a full number. */
export interface Logger {
  debug(message: string, detail?: Readonly<Record<string, unknown>>): void;
  info(message: string, detail?: Readonly<Record<string, unknown>>): void;
  warn(message: string, detail?: Readonly<Record<string, unknown>>): void;
  error(message: string, detail?: Readonly<Record<string, unknown>>): void;
}
