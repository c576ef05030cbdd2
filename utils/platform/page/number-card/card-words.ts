import type { FoundKind } from '@/utils/domain/phone-number/found-number';

/** Every text of the card, by its key. */
export type CardWord =
  | 'app.locale'
  | 'numbers.label'
  | 'numbers.position'
  | 'numbers.extension'
  | 'numbers.call'
  | 'numbers.sms'
  | 'numbers.copy'
  | 'numbers.copied'
  | 'numbers.contact'
  | 'numbers.addContact'
  | 'numbers.notANumber'
  | 'numbers.notANumberDone'
  | 'numbers.siteOff'
  | 'numbers.siteOffDone'
  | 'numbers.undo'
  | 'commandError.internal'
  | (typeof KINDS)[keyof typeof KINDS];

/** The browser's own look-up; a library for it would weigh more than the words. */
export type CardWords = (word: CardWord, substitutions?: string[]) => string;

const KINDS = Object.freeze({
  mobile: 'numbers.kindMobile',
  fixed: 'numbers.kindFixed',
  'toll-free': 'numbers.kindTollFree',
  premium: 'numbers.kindPremium',
  'shared-cost': 'numbers.kindSharedCost',
  voip: 'numbers.kindVoip',
  short: 'numbers.kindShort',
  address: 'numbers.kindAddress',
} as const satisfies Partial<Record<FoundKind | 'address', `numbers.${string}`>>);

/** "Mobile · Sweden · ext. 12" */
export function lineOf(about: { kind: FoundKind | 'address' | null; country: string | null; extension: string | null }, word: CardWords): string {
  const { kind, country, extension } = about;
  const parts = [
    kind === null || kind === 'other' ? '' : word(KINDS[kind]),
    country === null ? '' : countryName(country, word('app.locale')),
    extension === null ? '' : word('numbers.extension', [extension]),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function countryName(country: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale || 'en'], { type: 'region' }).of(country) ?? '';
  } catch {
    return '';
  }
}
