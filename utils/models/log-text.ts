import type { LifecycleLine } from '@/utils/contract/lifecycle-line';

/** The log as a file: a line each, times in UTC, so that it reads the same whoever opens it. */
export function logText(lines: readonly LifecycleLine[]): string {
  return lines.map(({ at, level, message, detail = {} }) => {
    const values = Object.entries(detail).map(([key, value]) => ` ${key}=${value}`);
    return `${new Date(at).toISOString()} ${level} ${message}${values.join('')}\n`;
  }).join('');
}
