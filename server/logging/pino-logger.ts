import { pino, type DestinationStream } from 'pino';
import type { Logger } from '@/utils/contract/logger';
import type { LogLevel } from '../config';
import { textWithoutSecrets, withoutSecrets } from './without-secrets';

/** JSON lines on standard output, or on `destination`, stripped of secrets and of full numbers. */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  const log = destination ? pino(options, destination) : pino(options);
  const at = (write: 'debug' | 'info' | 'warn' | 'error'): Logger['info'] => (message, detail) => {
    if (log.isLevelEnabled(write)) log[write](withoutSecrets(detail ?? {}), textWithoutSecrets(message));
  };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
