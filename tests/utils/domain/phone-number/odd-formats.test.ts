import { describe, expect, it } from 'vitest';
import { findNumbers } from '@/utils/domain/phone-number/find-numbers';

const found = (region: string, text: string) => findNumbers(text, { region }).map(({ start, end }) => text.slice(start, end));

describe('a number', () => {
  it.each([
    ['SE', 'tel 70 174 06 18, ring efter lunch', ['70 174 06 18']],
    ['DE', 'Mobil: 160 4455667 (abends)', ['160 4455667']],
    ['NL', 'naam;mobiel\nBert;612345680\nJan;612345681', ['612345680', '612345681']],
    ['SE', 'Faktura 70 174 06 18, betald', []],
  ])('without its first zero counts after a word that says phone, in %s: %s', (region, text, numbers) => expect(found(region, text)).toEqual(numbers));

  it.each([
    ['SE', 'Ring Kalle 070_174_06_21', ['070_174_06_21']],
    ['SE', 'fil 2024_05_12_0701740607', []],
    ['US', 'OUT 4155550155 2m13s no answer', ['4155550155']],
    ['DK', 'Kontakt os på telefon 33 12\n45 68 hverdage', ['33 12\n45 68']],
    ['ES', 'Sr. López 91 556 67 79 ext. 4', ['91 556 67 79']],
    ['SE', 'Per 070-331 40 30 (Lisa), ordernr 070-331 40 99', ['070-331 40 30']],
  ])('is told from what stands around it, in %s: %s', (region, text, numbers) => expect(found(region, text)).toEqual(numbers));
});

describe('no number', () => {
  it.each([
    ['SE', 'Utlämnade: 0704-12 09 31, 0704-12 11 44, 0704-13 00 02'],
    ['GB', 'Cleared: 01603 448213, 01603 449220, 01603 451231'],
    ['SE', 'Byt ut 0702 55 10 22 mot 0702 55 10 31'],
    ['SE', '| Mätare | Stånd |\n|---|---|\n| 08-501 200 10 | 1200 |'],
    ['SE', 'Elmätaren i källaren, den med rött lock, har nummer 08-501 223 14'],
    ['US', '718-555-0134 tracking shows delivered, porch empty'],
  ])('is in a list, a table or a sentence of ids, in %s: %s', (region, text) => expect(found(region, text)).toEqual([]));
});
