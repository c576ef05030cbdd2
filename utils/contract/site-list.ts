import * as v from 'valibot';
import { patternText } from '@/utils/domain/page-site/site-pattern';
import { withException, withSiteOff } from './change-page-numbers';
import { pageNumbersSchema, type PageNumbers } from './page-numbers';

const FORMAT = 'teleproffs-one-sites';

/** The file that carries sites and exceptions from one browser to another. */
const siteListSchema = v.object({
  format: v.literal(FORMAT),
  version: v.literal(1),
  sitesOff: v.array(v.string()),
  exceptions: v.array(v.object({ site: v.string(), text: v.string() })),
});

export type SiteListError =
  | { readonly error: 'not-a-site-list' }
  | { readonly error: 'newer-version' }
  /** `entry`: the first that is no site or no number, as the file has it. */
  | { readonly error: 'bad-entry'; readonly entry: string }
  | { readonly error: 'too-many' };

export type SiteListImport =
  | { readonly ok: true; readonly settings: PageNumbers; readonly added: { readonly sites: number; readonly exceptions: number } }
  | ({ readonly ok: false } & SiteListError);

export function siteListOf({ sitesOff, exceptions }: Pick<PageNumbers, 'sitesOff' | 'exceptions'>): string {
  return `${JSON.stringify({ format: FORMAT, version: 1, sitesOff, exceptions }, null, 2)}\n`;
}

/** The settings with what the file adds to them; nothing that is there is taken away, and on an error nothing is added. */
export function importSiteList(text: string, settings: PageNumbers): SiteListImport {
  const raw = json(text);
  const parsed = v.safeParse(siteListSchema, raw);
  if (!parsed.success) {
    const { format, version } = (raw ?? {}) as { format?: unknown; version?: unknown };
    return { ok: false, error: format === FORMAT && typeof version === 'number' && version > 1 ? 'newer-version' : 'not-a-site-list' };
  }
  const { sitesOff, exceptions } = parsed.output;
  const badSite = [...sitesOff, ...exceptions.map(({ site }) => site)].find((site) => patternText(site) === null);
  const badText = exceptions.find((one) => !/^[\d+]{1,40}$/.test(one.text));
  const bad = badSite ?? badText?.text;
  if (bad !== undefined) return { ok: false, error: 'bad-entry', entry: bad.slice(0, 60) };
  if (settings.sitesOff.length + sitesOff.length > 1000 || settings.exceptions.length + exceptions.length > 5000) return { ok: false, error: 'too-many' };
  let next = settings;
  for (const site of sitesOff) next = withSiteOff(next, site);
  for (const one of exceptions) next = withException(next, { site: patternText(one.site) ?? one.site, text: one.text });
  if (!v.is(pageNumbersSchema, next)) return { ok: false, error: 'not-a-site-list' };
  const added = { sites: next.sitesOff.length - settings.sitesOff.length, exceptions: next.exceptions.length - settings.exceptions.length };
  return { ok: true, settings: next, added };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
}
