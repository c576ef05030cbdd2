import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patternOf } from '@/utils/domain/page-site/site-of';
import { patternText, siteIsOff } from '@/utils/domain/page-site/site-pattern';

describe('a site that is off', () => {
  it.each([
    ['https://example.com/', 'example.com'],
    ['https://crm.example.com/x', 'example.com'],
    ['https://crm.example.com/x', '*.example.com'],
    ['https://example.com/', '*.example.com'],
    ['https://EXAMPLE.com./', 'example.com'],
    ['http://example.com:8080/', 'example.com'],
    ['http://example.com:8080/', 'example.com:8080'],
    ['https://intra.example.com/wiki', 'intra.example.com/wiki'],
    ['https://intra.example.com/wiki/A?b#c', 'intra.example.com/wiki'],
    ['https://intra.example.com/Wiki/A', 'intra.example.com/wiki/'],
    ['https://www.blåbär.se/', 'blåbär.se'],
    ['https://www.xn--blbr-noae.se/', 'blåbär.se'],
    ['https://blåbär.se/', 'xn--blbr-noae.se'],
    ['http://192.168.1.7/', '192.168.1.7'],
    ['http://[::1]:8080/', '[::1]'],
    ['http://localhost:3000/app', 'localhost:3000'],
    ['http://intranet/', 'intranet'],
    ['file:///home/me/list.html', 'file:///home/me'],
    ['file:///C:/x.html', 'file:///'],
    ['blob:https://example.com/0b8c', 'example.com'],
  ])('%s by %s', (url, pattern) => {
    expect(siteIsOff(url, ['other.example', pattern])).toBe(true);
  });

  it.each([
    ['https://notexample.com/', 'example.com'],
    ['https://example.com.evil.net/', 'example.com'],
    ['https://evil.net/example.com', 'example.com'],
    ['https://example.com/', 'crm.example.com'],
    ['https://example.com/', 'example.com:8443'],
    ['https://example.com/wikipedia', 'example.com/wiki'],
    ['https://example.com/', 'example.com/wiki'],
    ['http://10.1.2.3/', '2.3'],
    ['http://10.1.2.3/', '1.2.3'],
    ['https://user:example.com@evil.net/', 'example.com'],
    ['about:blank', 'example.com'],
    ['data:text/html,example.com', 'example.com'],
    ['file:///home/me/list.html', 'example.com'],
    ['https://example.com/home/me', 'file:///home/me'],
    ['not an address', 'example.com'],
    ['https://example.com/', ''],
    ['https://example.com/', '*'],
    ['https://example.com/', 'example.com:port'],
  ])('not %s by %s', (url, pattern) => {
    expect(siteIsOff(url, [pattern])).toBe(false);
  });
});

describe('a pattern a person writes', () => {
  it.each([
    [' Example.COM ', 'example.com'],
    ['*.example.com', 'example.com'],
    ['https://www.example.com/Wiki/?q=1#top', 'www.example.com/wiki/'],
    ['http://example.com:8080', 'example.com:8080'],
    ['*://example.com/*', 'example.com'],
    ['BLÅBÄR.se/Sylt', 'blåbär.se/sylt'],
    ['xn--blbr-noae.se', 'xn--blbr-noae.se'],
    ['192.168.1.7:81/x', '192.168.1.7:81/x'],
    ['[::1]', '[::1]'],
    ['file:///home/me', 'file:///home/me'],
    ['localhost', 'localhost'],
    ['', null],
    ['two words', null],
    ['a@b.se', null],
    ['example.com:99999', null],
    ['javascript:alert(1)', null],
    ['http://', null],
    ['exa$mple.com', null],
  ])('%j is kept as %j', (written, kept) => {
    expect(patternText(written)).toBe(kept);
  });
});

const label = fc.stringMatching(/^[a-z]([a-z\d-]{0,8}[a-z\d])?$/).filter((text) => !text.startsWith('xn--'));
const host = fc.array(label, { minLength: 2, maxLength: 4 }).map((labels) => labels.join('.')).filter((name) => /[a-z]$/.test(name));
const path = fc.array(label, { maxLength: 3 }).map((parts) => `/${parts.join('/')}`);

describe('for any address', () => {
  it('its own pattern names it, its subdomains and what is below', () => {
    fc.assert(
      fc.property(host, label, path, fc.constantFrom('', ':8443'), (name, sub, below, port) => {
        const url = `https://${name}${port}${below}`;
        const pattern = patternOf(url) ?? '';
        expect(siteIsOff(url, [pattern])).toBe(true);
        expect(siteIsOff(`https://${sub}.${name}${port}/`, [pattern])).toBe(true);
        expect(siteIsOff(`https://${sub}${name}${port}/`, [pattern])).toBe(false);
        expect(patternText(pattern)).toBe(pattern);
      }),
    );
  });

  it('nothing throws, and what is kept is kept again as it is', () => {
    fc.assert(
      fc.property(fc.string(), fc.webUrl(), (written, url) => {
        siteIsOff(url, [written]);
        siteIsOff(written, [written]);
        const kept = patternText(written);
        if (kept !== null) expect(patternText(kept)).toBe(kept);
      }),
    );
  });
});
