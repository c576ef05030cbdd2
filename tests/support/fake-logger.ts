import type { Logger } from '@/utils/contract/logger';

/** Keeps what was logged. */
export class FakeLogger implements Logger {
  readonly lines: string[] = [];
  #log(level: string, message: string, detail?: Readonly<Record<string, unknown>>): void {
    this.lines.push(`${level} ${message} ${detail ? JSON.stringify(detail) : ''}`.trim());
  }
  debug = (message: string, detail?: Readonly<Record<string, unknown>>) => this.#log('debug', message, detail);
  info = (message: string, detail?: Readonly<Record<string, unknown>>) => this.#log('info', message, detail);
  warn = (message: string, detail?: Readonly<Record<string, unknown>>) => this.#log('warn', message, detail);
  error = (message: string, detail?: Readonly<Record<string, unknown>>) => this.#log('error', message, detail);
}
