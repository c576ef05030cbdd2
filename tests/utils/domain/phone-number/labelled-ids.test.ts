import { describe, expect, it } from 'vitest';
import { findNumbers } from '@/utils/domain/phone-number/find-numbers';

/** Of each region a number as it is written there, and words that name things with numbers of their own. */
const THINGS: Readonly<Record<string, readonly [number: string, things: string]>> = {
  SE: ['0701 23 45 67', 'biljett mätare kontrakt artikel kollinummer kvitto kupong rekvisition intyg'],
  NO: ['22 33 44 55', 'billett måler kontrakt sertifikat fraktseddel gavekort'],
  DK: ['32 12 34 56', 'billet måler kontrakt certifikat fragtseddel lånerkort'],
  DE: ['0301 234567', 'Zähler Vertrag Gutschein Lieferschein Ersatzteil Frachtbrief'],
  FR: ['01 42 68 53 00', 'matricule convention compteur quittance bordereau châssis'],
  ES: ['912 345 678', 'pieza contador matrícula albarán cupón contenedor'],
  IT: ['06 6982 1234', 'ricambio buono scontrino contatore telaio tagliando'],
  NL: ['020 623 4567', 'kaartje certificaat pakbon kenteken onderdeel vergunning'],
  PL: ['22 123 45 67', 'część partia oferta licencja wyciąg licznik'],
  FI: ['09 123 4567', 'tarjous kalusto kuponki varaosa mittari lupa'],
  PT: ['21 123 4567', 'peça licença guia inventário receita talão'],
  CZ: ['577 210 436', 'objednávka faktura smlouva zásilka vodoměr'],
  IS: ['581 2290', 'mælir skírteini reikningur samningur'],
  GB: ['020 7946 0958', 'inventory voucher docket meter waybill prescription'],
};

describe.each(Object.entries(THINGS))('a number in %s', (region, [number, things]) => {
  const findings = (text: string) => findNumbers(text, { region }).length;

  it('is none where the word before it, or above it as a label, names a thing', () => {
    const texts = things.split(' ').flatMap((thing) => [`${thing} ${number}`, `OK. ${thing}: ${number}`]);
    expect(texts.filter((text) => findings(text) > 0)).toEqual([]);
  });

  it('and is one with a telephone’s', () => expect([`Tel ${number}`, `Tel: ${number}`].map(findings)).toEqual([1, 1]));
});
