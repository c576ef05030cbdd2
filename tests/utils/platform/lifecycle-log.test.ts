import { beforeEach, describe, expect, it } from 'vitest';
import type { LifecycleLine } from '@/utils/contract/lifecycle-line';
import { lifecycleLine } from '@/utils/platform/host/lifecycle';
import { createLifecycleLog, GATHER, type LifecycleStore } from '@/utils/platform/host/lifecycle-log';
import { createRingLogger, type LogLine } from '@/utils/platform/host/ring-logger';
import { FakeClock, settle } from '@/tests/support/fake-clock';

const line = (message: string, detail?: LogLine['detail'], level: LogLine['level'] = 'info'): LogLine => ({ at: 1, level, message, ...(detail && { detail }) });

describe('of the log is kept', () => {
  it.each<[string, LogLine, LifecycleLine | null]>([
    ['a step of a call', line('call ended', { reason: 'remote-hung-up', state: 'active' }), { at: 1, level: 'info', message: 'call ended', detail: { reason: 'remote-hung-up', state: 'active' } }],
    ['no detail that is not expected', line('call', { direction: 'incoming', number: '+46701740607', name: 'Eva' }), { at: 1, level: 'info', message: 'call', detail: { direction: 'incoming' } }],
    ['no expected detail with a number in it', line('call ended', { reason: 'sip 0701740607' }), { at: 1, level: 'info', message: 'call ended' }],
    ['no expected detail with an address in it', line('registering again', { why: 'anna@exempelbolaget.se' }), { at: 1, level: 'info', message: 'registering again' }],
    ['no other line', line('command failed', { name: 'phone.dial', error: 'Eva Ek' }, 'error'), null],
    ['no line named like a property of objects', line('constructor'), null],
    ['no debug line', line('registered', {}, 'debug'), null],
  ])('%s', (_, given, kept) => expect(lifecycleLine(given)).toEqual(kept));
});

describe('the kept log', () => {
  let clock: FakeClock;
  let written: LifecycleLine[][];
  let version: string | null;
  let broken: boolean;
  const store: LifecycleStore = {
    append: async (lines) => {
      written.push([...lines]);
      if (broken) throw new Error('QuotaExceededError');
    },
    lastVersion: async () => version,
  };
  const stage = () => {
    const kept = createLifecycleLog(store, clock);
    return { kept, log: createRingLogger(() => clock.now(), kept.take) };
  };
  const messages = () => written.map((batch) => batch.map(({ message }) => message));
  beforeEach(() => {
    clock = new FakeClock();
    written = [];
    version = null;
    broken = false;
  });

  it('writes what comes within a second together', async () => {
    const { log } = stage();
    log.info('registered');
    log.info('call', { direction: 'incoming' });
    log.info('shell did not take the view');
    expect(written).toEqual([]);
    await clock.step(GATHER);
    log.info('call ended', { reason: 'busy', state: 'ringing' });
    await clock.step(GATHER - 1);
    expect(messages()).toEqual([['registered', 'call']]);
    await clock.step(1);
    expect(messages()).toEqual([['registered', 'call'], ['call ended']]);
  });

  it('goes on after a write that failed', async () => {
    const { log } = stage();
    broken = true;
    log.info('registered');
    await clock.step(GATHER);
    broken = false;
    log.info('signed out');
    await clock.step(GATHER);
    expect(messages()).toEqual([['registered'], ['signed out']]);
  });

  it('begins with the host, and says when the extension is another than before', async () => {
    const { kept, log } = stage();
    version = '1.0.0';
    await kept.begin(log, { version: '1.1.0', browser: 'Chrome on Linux' });
    await settle();
    await clock.step(GATHER);
    expect(written.flat()).toMatchObject([
      { message: 'phone host started', detail: { version: '1.1.0', browser: 'Chrome on Linux' } },
      { message: 'updated', detail: { from: '1.0.0', to: '1.1.0' } },
    ]);
  });

  it('says of no update at the first start, nor at one of the same version', async () => {
    for (const before of [null, '1.1.0']) {
      written = [];
      version = before;
      const { kept, log } = stage();
      await kept.begin(log, { version: '1.1.0', browser: 'Firefox' });
      await clock.step(GATHER);
      expect(messages()).toEqual([['phone host started']]);
    }
  });
});
