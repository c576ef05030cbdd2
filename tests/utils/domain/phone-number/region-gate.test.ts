import { readFileSync } from 'node:fs';
import { getCountries, getExampleNumber } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, it } from 'vitest';
import { SHORT_NUMBERS } from '@/utils/domain/phone-number/find/data/short-numbers';
import { finderFor } from '@/utils/domain/phone-number/find-numbers';
import type { LabelledText } from '../../../numbers/score';

const opens = (text: string, region: string | null) => new RegExp(finderFor(region === null ? {} : { region }).gate).test(text);

describe('the gate of a region', () => {
  it.each(getCountries())('lets %s’s own numbers through, and everybody’s international ones', (region) => {
    const example = getExampleNumber(region, examples);
    if (!example) throw new Error(`no example of ${region}`);
    // Of four digits there is no number on any page.
    const texts = [example.formatNational(), example.formatInternational(), example.formatNational().replace(/\D/g, ''), example.number.slice(1)].filter((text) => /(?:\d\D*){5}/.test(text));
    expect(texts.filter((text) => finderFor({ region }).find(`Tel: ${text}`).length > 0 && !opens(text, region))).toEqual([]);
    expect(opens(example.formatInternational(), null)).toBe(true);
  });

  it('lets through every labelled text in which something is found', () => {
    const texts = ['sample', 'adversarial'].flatMap((name) => JSON.parse(readFileSync(`tests/numbers/${name}.json`, 'utf8')) as LabelledText[]);
    const shut = texts.filter(({ text, region }) => !opens(text, region) && finderFor(region === null ? {} : { region }).find(text).length > 0);
    expect(shut.map(({ text }) => text)).toEqual([]);
  });

  it.each([['SE', '114 14'], ['SE', '112'], ['SE', '1177'], ['DE', '116 117'], ['PL', '118 913']])('lets a short number of %s through: %s', (region, text) => {
    expect([Object.hasOwn(SHORT_NUMBERS, region), opens(text, region)]).toEqual([true, true]);
  });

  it.each([['SE', 'Mobil: 70 174 06 18'], ['DE', 'Tel. 171 2345679']])('lets a number of %s without its prefix through: %s', (region, text) => {
    expect([opens(text, region), finderFor({ region }).find(text).length]).toEqual([true, 1]);
  });

  it.each([
    ['SE', 'Kund 20000 fält 8'],
    ['SE', '1998-12-31 14:15'],
    ['SE', 'Order 883 219 447'],
    ['SE', '12:34:05'],
    [null, '070-123 45 67'],
  ])('turns down, in %s, %s', (region, text) => expect(opens(text, region)).toBe(false));
});
