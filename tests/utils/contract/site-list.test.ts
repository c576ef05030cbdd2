import { describe, expect, it } from 'vitest';
import { DEFAULT_PAGE_NUMBERS, type PageNumbers } from '@/utils/contract/page-numbers';
import { importSiteList, siteListOf } from '@/utils/contract/site-list';

const here: PageNumbers = { ...DEFAULT_PAGE_NUMBERS, look: 'tint', sitesOff: ['here.example'], exceptions: [{ site: 'here.example', text: '1' }] };
const there: PageNumbers = { ...DEFAULT_PAGE_NUMBERS, sitesOff: ['here.example', 'there.example/wiki'], exceptions: [{ site: 'there.example', text: '+46' }] };
const file = (over: object = {}) => JSON.stringify({ format: 'teleproffs-one-sites', version: 1, sitesOff: [], exceptions: [], ...over });

describe('a list of sites', () => {
  it('goes from one browser to another and adds what was missing, no setting else', () => {
    expect(importSiteList(`\ufeff${siteListOf(there)}`, here)).toEqual({
      ok: true,
      settings: { ...here, sitesOff: ['here.example', 'there.example/wiki'], exceptions: [...here.exceptions, ...there.exceptions] },
      added: { sites: 1, exceptions: 1 },
    });
  });

  it('adds nothing the second time', () => {
    expect(importSiteList(siteListOf(here), here)).toMatchObject({ ok: true, added: { sites: 0, exceptions: 0 } });
  });

  it('may be written by hand', () => {
    expect(importSiteList(file({ sitesOff: ['https://WWW.Example.com/'] }), here)).toMatchObject({ ok: true, settings: { sitesOff: ['here.example', 'www.example.com'] } });
  });

  it.each([
    ['no JSON', '{', { error: 'not-a-site-list' }],
    ['another file', '{"name":"x"}', { error: 'not-a-site-list' }],
    ['null', 'null', { error: 'not-a-site-list' }],
    ['without exceptions', JSON.stringify({ format: 'teleproffs-one-sites', version: 1, sitesOff: [] }), { error: 'not-a-site-list' }],
    ['of a newer version', file({ version: 2 }), { error: 'newer-version' }],
    ['with a word for a site', file({ sitesOff: ['ok.example', 'no site'] }), { error: 'bad-entry', entry: 'no site' }],
    ['with a name for a number', file({ exceptions: [{ site: 'ok.example', text: 'Eva' }] }), { error: 'bad-entry', entry: 'Eva' }],
    ['without end', file({ sitesOff: Array.from({ length: 1000 }, (_, at) => `a${at}.example`) }), { error: 'too-many' }],
  ])('%s changes nothing and says why', (_, text, error) => {
    expect(importSiteList(text, here)).toEqual({ ok: false, ...error });
  });
});
