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
    ['SE', 'Växeln har numren 031-390 06 10–19', ['031-390 06 10']],
    ['FI', 'Kirjaamo, numerot 09 310 5500–5519, postiosoite PL 10', ['09 310 5500']],
    ['DE', 'Sekretariat 0761 2016-7410, Raum 2', ['0761 2016-7410']],
    ['NO', 'Akutt tannverk: 62 51 38 90 1 450 kr', ['62 51 38 90']],
    ['DE', 'Notverglasung: 0341-2258 740 89,00 € pauschal', ['0341-2258 740']],
    ['DE', 'Sorgentelefon 0800 220 44 55 8-12 + 14-17', ['0800 220 44 55']],
    ['US', 'Missed (3) 859-254-4127 10:02 AM', ['859-254-4127']],
    ['GB', 'Gareth (plumber) 029-2037-1144 on Thursday', ['029-2037-1144']],
    ['IT', '📱 3296618043 dopo le 21', ['3296618043']],
    ['FI', 'Varaukset 020 741 8830 (8,35 snt/puhelu)', ['020 741 8830']],
    ['AT', 'Alarmzentrale → 0664 312 40 77', ['0664 312 40 77']],
    ['US', 'call/txt 7188442097 after 6', ['7188442097']],
  ])('is told from what stands around it, in %s: %s', (region, text, numbers) => expect(found(region, text)).toEqual(numbers));
});

describe('no number', () => {
  it.each([
    ['SE', 'Utlämnade: 0704-12 09 31, 0704-12 11 44, 0704-13 00 02'],
    ['GB', 'Cleared: 01603 448213, 01603 449220, 01603 451231'],
    ['SE', 'Byt ut 0702 55 10 22 mot 0702 55 10 31'],
    ['SE', '| Mätare | Stånd |\n|---|---|\n| 08-501 200 10 | 1200 |'],
    ['SE', 'Elmätaren i källaren, den med rött lock, har nummer 08-501 223 14'],
    ['FR', 'Départs (h min) : 06 10 07 25 08 40 12 15 17 50'],
    ['FR', 'Loto du samedi : 06 12 23 34 41, numéro chance 7'],
    ['AT', 'Messwerte Pegel Zell: 06542 / 06560 / 06571 mm ü. Null'],
    ['BE', 'BCE 0475.331.892, RPM Liège'],
    ['US', 'Old label reads NDC 50580-449-05 lot 8185540217'],
    ['IT', 'Aggiornata la centralina alla 3.40.22.81559'],
    ['US', 'INFO worker[2025550143] heartbeat ok'],
    ['FI', 'Hanki 040/2024: tarjoukset 14.6.2024 mennessä'],
    ['CZ', 'Skladové číslo 777 340 915, regál 22'],
    ['US', '718-555-0134 tracking shows delivered, porch empty'],
  ])('is in a list, a table or a sentence of ids, in %s: %s', (region, text) => expect(found(region, text)).toEqual([]));
});
