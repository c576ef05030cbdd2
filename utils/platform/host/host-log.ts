import type { Logger } from '@/utils/contract/logger';
import { LogDatabase } from '@/utils/storage/log-database';
import { createLogStore } from '@/utils/storage/log-store';
import { systemClock } from './clock';
import { deviceNameOf } from './device-name';
import { createLifecycleLog } from './lifecycle-log';
import { createRingLogger, toConsole } from './ring-logger';

/** The log of a phone host that starts, in either browser: to the console, and what is kept for a week to its database. */
export function startHostLog(version: string): Logger {
  const lifecycle = createLifecycleLog(createLogStore(new LogDatabase()), systemClock);
  const log = createRingLogger(
    () => Date.now(),
    (line) => {
      toConsole(line);
      lifecycle.take(line);
    },
  );
  void lifecycle.begin(log, { version, browser: deviceNameOf(navigator.userAgent) });
  return log;
}
