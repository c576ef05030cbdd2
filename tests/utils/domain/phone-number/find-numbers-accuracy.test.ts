import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findNumbers } from '@/utils/domain/phone-number/find-numbers';
import { score, type LabelledText } from '../../../numbers/score';

const texts = (name: string) => JSON.parse(readFileSync(`tests/numbers/${name}.json`, 'utf8')) as LabelledText[];
const detect = (text: string, region: string | null) => findNumbers(text, region === null ? {} : { region });

// Thousands of texts: more than a moment on a busy machine.
describe('labelled texts', { timeout: 60_000 }, () => {
  it('sample: formats of libphonenumber’s own tests, CRM texts and their look-alikes', () => {
    const { f1, exact, quiet, short } = score(detect, texts('sample'));
    expect(f1).toBeGreaterThanOrEqual(0.997);
    expect(exact).toBeGreaterThanOrEqual(0.99);
    expect(quiet).toBeGreaterThanOrEqual(0.99);
    expect(short).toEqual([4, 4]);
  });

  it('adversarial: ids told by a word only, lists, odd groups, by several hands', () => {
    const { f1, exact, quiet } = score(detect, texts('adversarial'));
    expect(f1).toBeGreaterThanOrEqual(0.97);
    expect(exact).toBeGreaterThanOrEqual(0.97);
    expect(quiet).toBeGreaterThanOrEqual(0.97);
  });
});
