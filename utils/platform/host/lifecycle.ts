import type { LifecycleLine } from '@/utils/contract/lifecycle-line';
import type { LogLine } from './ring-logger';

/**
 * What is kept of the log for a week, and which details of it: steps in the life of host, connection, calls and devices.
 * A list of what may be, since what may not cannot be listed: no line and no detail gets in by being new.
 */
const LIFECYCLE: Readonly<Record<string, readonly string[]>> = Object.freeze({
  'phone host started': ['version', 'browser'],
  'phone host did not start': [],
  updated: ['from', 'to'],
  'signed in': ['kind'],
  'signed out': [],
  registered: ['expires'],
  'registering again': ['why'],
  'not registered': ['reason', 'attempt', 'retryInMs'],
  'credentials refused': [],
  'session revoked': [],
  'connection to the edge lost': [],
  'events socket open': [],
  call: ['direction'],
  'call sounds bad': ['why'],
  'call transferred': ['kind'],
  'call came back': ['reason'],
  'call replaced': [],
  'call ended': ['reason', 'state'],
  conference: [],
  'media connection failed': [],
  'no media for a call': [],
  'microphone not available': [],
  'microphone lost': [],
  'microphone back': [],
  'headset connected': [],
  'headset missing': [],
  'headset failed': [],
  'the browser did not play a sound': ['what'],
});

/** A word or a few, or a version; nothing as long as a number that could be dialled. */
const HARMLESS = /^(?!.*\d{5})[\w .-]{1,40}$/;

/** The line as it is kept; null for one that is not. */
export function lifecycleLine({ at, level, message, detail = {} }: LogLine): LifecycleLine | null {
  const allowed = Object.hasOwn(LIFECYCLE, message) ? LIFECYCLE[message] : undefined;
  if (allowed === undefined || level === 'debug') return null;
  const kept = allowed.flatMap((key) => {
    const value = detail[key];
    return isHarmless(value) ? [[key, value] as const] : [];
  });
  return { at, level, message, ...(kept.length > 0 && { detail: Object.fromEntries(kept) }) };
}

function isHarmless(value: unknown): value is string | number | boolean {
  return typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && HARMLESS.test(value));
}
