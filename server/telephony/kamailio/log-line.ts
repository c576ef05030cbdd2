import type { Logger } from '@/utils/contract/logger';

const LEVEL = /(EMERG|ALERT|BUG|CRITICAL|ERROR|WARNING|NOTICE|INFO|DEBUG): (.*)$/;

/** Kamailio's line to ours. Requests of strangers make it warn; that is detail. */
export function logKamailioLine(line: string, log: Logger): void {
  const match = LEVEL.exec(line);
  const level = match?.[1] ?? 'INFO';
  const text = `kamailio: ${match?.[2] ?? line}`.slice(0, 500);
  if (/^(EMERG|ALERT|BUG|CRITICAL)$/.test(level)) log.error(text);
  else if (level === 'ERROR') log.warn(text);
  else log.debug(text);
}
