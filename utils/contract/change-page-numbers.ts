import { patternText } from '@/utils/domain/page-site/site-pattern';
import type { PageNumbers } from './page-numbers';

/** Oldest exceptions go when there are more; a list so long is nobody's work. */
const EXCEPTIONS = 5000;
const SITES = 1000;

export type Exception = PageNumbers['exceptions'][number];

/** Digits and plus only, as exceptions are kept: the same number however the page groups it. */
export const exceptionText = (written: string): string => written.normalize('NFKC').replace(/[^\d+]/g, '').slice(0, 40);

export function withSiteOff(settings: PageNumbers, pattern: string): PageNumbers {
  const kept = patternText(pattern);
  if (kept === null || settings.sitesOff.includes(kept)) return settings;
  return { ...settings, sitesOff: [...settings.sitesOff, kept].slice(-SITES) };
}

export function withoutSiteOff(settings: PageNumbers, pattern: string): PageNumbers {
  return { ...settings, sitesOff: settings.sitesOff.filter((one) => one !== pattern) };
}

export function withException(settings: PageNumbers, { site, text }: Exception): PageNumbers {
  const digits = exceptionText(text);
  if (digits === '' || settings.exceptions.some((one) => one.site === site && one.text === digits)) return settings;
  return { ...settings, exceptions: [...settings.exceptions, { site, text: digits }].slice(-EXCEPTIONS) };
}

export function withoutException(settings: PageNumbers, { site, text }: Exception): PageNumbers {
  const digits = exceptionText(text);
  return { ...settings, exceptions: settings.exceptions.filter((one) => one.site !== site || one.text !== digits) };
}
