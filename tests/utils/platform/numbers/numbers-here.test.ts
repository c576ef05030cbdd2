import { describe, expect, it } from 'vitest';
import type { PageFlags } from '@/utils/platform/page/page-flags';
import { frameAddresses, numbersHere } from '@/utils/platform/page/numbers/numbers-here';
import { NO_FLAGS } from '@/utils/platform/page/read-page-flags';

const flags = (numbers: Partial<PageFlags['numbers']> = {}, dial = true): PageFlags => ({ ...NO_FLAGS, dial, numbers: { ...NO_FLAGS.numbers, on: true, ...numbers } });
const CRM = 'https://crm.example/x';
const ADS = 'https://ads.example/';

describe('numbers in a frame', () => {
  it.each<[string, PageFlags, readonly string[], boolean]>([
    ['are marked', flags({ sitesOff: ['other.example'] }), [CRM], true],
    ['are not while nobody is signed in', flags({}, false), [CRM], false],
    ['are not when switched off', flags({ on: false }), [CRM], false],
    ['are not on a site that is off', flags({ sitesOff: ['crm.example'] }), [CRM], false],
    ['are not in a frame whose page is off', flags({ sitesOff: ['crm.example'] }), [ADS, 'https://crm.example'], false],
    ['are not in a frame that is off itself', flags({ sitesOff: ['ads.example'] }), [ADS, 'https://crm.example'], false],
  ])('%s', (_, now, addresses, on) => {
    expect(numbersHere(now, addresses).on).toBe(on);
  });

  it('have the exceptions of their site and of the page around', () => {
    const exceptions = [
      { site: 'crm.example', text: '1' },
      { site: 'ads.example', text: '2' },
      { site: 'other.example', text: '3' },
    ];
    expect([...numbersHere(flags({ exceptions }), [ADS, CRM]).exceptions]).toEqual(['1', '2']);
  });
});

describe('addresses of a frame', () => {
  const top = { location: { href: CRM }, origin: 'https://crm.example' };
  const frame = (over: object) => ({ location: { href: ADS }, origin: 'https://ads.example', top, parent: top, document: { referrer: '' }, ...over }) as unknown as Window;
  const foreign = {
    get location(): never {
      throw new Error('SecurityError');
    },
  };

  it('are the page’s own at the top', () => {
    const alone = { ...top, document: { referrer: ADS } } as unknown as { top?: unknown };
    alone.top = alone;
    expect(frameAddresses(alone as unknown as Window)).toEqual([CRM, 'https://crm.example']);
  });

  it('have the ancestors’ origins in Chrome', () => {
    const location = { href: 'about:srcdoc', ancestorOrigins: ['https://middle.example', 'https://crm.example'] };
    expect(frameAddresses(frame({ location, top: foreign, origin: 'null' }))).toEqual(['about:srcdoc', 'null', 'https://middle.example', 'https://crm.example']);
  });

  it('have the referrer of a child, and the page’s address where it is of the same origin', () => {
    expect(frameAddresses(frame({ top: foreign, parent: foreign, document: { referrer: 'https://crm.example/' } }))).toContain('https://crm.example/');
    expect(frameAddresses(frame({}))).toContain(CRM);
  });
});
