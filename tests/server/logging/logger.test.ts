import { DrizzleQueryError } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { createLogger } from '@/server/logging/pino-logger';
import type { LogLevel } from '@/server/config';

function logged(level: LogLevel, detail: Record<string, unknown>): Record<string, unknown>[] {
  const lines: string[] = [];
  const log = createLogger(level, { write: (line: string) => void lines.push(line) });
  log.debug('detail', detail);
  log.info('transition', detail);
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

test('a line is one JSON object with its level, time and message', () => {
  const [line] = logged('info', { ms: 12 });
  expect(line).toMatchObject({ level: 30, msg: 'transition', ms: 12 });
  expect(Date.parse(String(line?.['time']))).not.toBeNaN();
  expect(logged('info', {})).toHaveLength(1);
  expect(logged('debug', {})).toHaveLength(2);
});

test('no secret gets into the log, however deep it lies', () => {
  const [line] = logged('info', { password: 'hunter2', request: { headers: { Authorization: 'Bearer hunter2' }, list: [{ sessionToken: 'hunter2', ha1: 'hunter2' }] } });
  expect(JSON.stringify(line)).not.toContain('hunter2');
  expect(line).toMatchObject({ password: '[removed]' });
});

test.each([
  ['+46701740605', '+467…05'],
  ['from 0701740605 to +46846500401', 'from 0701…05 to +468…01'],
  ['INVITE sip:+46701740605@one.example', 'INVITE sip:+467…05@one.example'],
  ['<tel:0701740605>', '<tel:0701…05>'],
])('a number is shortened: %s', (text, short) => {
  expect(logged('info', { text })[0]).toMatchObject({ text: short });
});

test.each(['2026-01-12T08:00:00.000Z', '192.168.100.200', 'd0123456789abcdef0123', '8b1e4a52-1234-4567-8901-123456789012', '101', 'http://localhost:8443/'])(
  'what is no number stays: %s',
  (text) => {
    expect(logged('info', { text })[0]).toMatchObject({ text });
  },
);

test('a line of a daemon, which is the message itself, is stripped as well', () => {
  const lines: string[] = [];
  createLogger('info', { write: (line: string) => void lines.push(line) }).warn('rtpengine: no answer for +46701740605');
  expect(lines[0]).toContain('no answer for +467…05');
});

test('of a query that failed the log has the query and none of its values', () => {
  const error = new DrizzleQueryError('insert into "devices" values ($1, $2)', ['d0', '939e7578ed9e3c518a452acee763bce9'], new Error('lost'));
  expect(error.message).toContain('939e7578');
  const [line] = logged('info', { error, text: String(error) });
  expect(JSON.stringify(line)).not.toContain('939e7578');
  const message = 'Failed query: insert into "devices" values ($1, $2)\nparams: [removed]';
  expect(line).toMatchObject({ error: { message, stack: expect.stringContaining('logger.test.ts') }, text: `Error: ${message}` });
});

test('an error keeps its message and stack, a ring of objects ends', () => {
  const ring: Record<string, unknown> = {};
  ring['self'] = ring;
  const [line] = logged('info', { error: new TypeError('call of +46701740605 failed'), ring });
  expect(line).toMatchObject({ error: { name: 'TypeError', message: 'call of +467…05 failed', stack: expect.stringContaining('logger.test.ts') } });
});
