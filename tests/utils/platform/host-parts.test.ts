import { describe, expect, it } from 'vitest';
import { deviceNameOf } from '@/utils/platform/host/device-name';
import { createNetwork } from '@/utils/platform/host/network';
import { redact } from '@/utils/platform/host/redact';
import { createRingLogger } from '@/utils/platform/host/ring-logger';

describe('the log', () => {
  it('shows no secret and no whole number', () => {
    expect(redact({ password: 'p', deviceToken: 't', to: '+46 70 174 06 07', nested: { ha1: 'x', digits: ['0701740607'] }, code: 486 })).toEqual({
      password: '[redacted]',
      deviceToken: '[redacted]',
      to: '…07',
      nested: { ha1: '[redacted]', digits: ['…07'] },
      code: 486,
    });
  });

  it('keeps the last lines, redacted before they reach anything', () => {
    const sent: string[] = [];
    const log = createRingLogger(() => 5, ({ message }) => sent.push(message));
    for (let at = 0; at < 501; at += 1) log.info(`line ${at}`);
    log.error('called +46701740607');
    expect(log.lines).toHaveLength(500);
    expect(log.lines.at(-1)).toEqual({ at: 5, level: 'error', message: 'called …07' });
    expect(sent.at(-1)).toBe('called …07');
  });
});

it('the network tells when it comes and goes', () => {
  const heard: string[] = [];
  const stop = createNetwork(window).subscribe((event) => heard.push(event));
  window.dispatchEvent(new Event('offline'));
  window.dispatchEvent(new Event('online'));
  stop();
  window.dispatchEvent(new Event('offline'));
  expect(heard).toEqual(['offline', 'online']);
});

it.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0', 'Edge on Windows'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36', 'Chrome on macOS'],
])('names the browser: %s', (userAgent, name) => {
  expect(deviceNameOf(userAgent)).toBe(name);
});
