import type { Logger } from '@/utils/contract/logger';

/** Set SIP_LOG to see what an edge says during a test. */
const print = (level: string) => (message: string, detail?: Readonly<Record<string, unknown>>) => {
  if (process.env['SIP_LOG']) console.log(level, message, detail ?? '');
};

export const quietLog: Logger = {
  debug: print('debug'),
  info: print('info'),
  warn: print('warn'),
  error: print('error'),
};
