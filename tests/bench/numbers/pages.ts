/** Pages of 50,000 text nodes each, as the figures need them. */
const ROWS = 5_000;
const CELLS = 10;

const phone = (at: number) => `08-${465 + (at % 7)} ${String(at % 1000).padStart(3, '0').slice(0, 2)} ${String((at * 7) % 100).padStart(2, '0')}`;

/** Rows of a customer list: ten cells, the last a number. */
export const customerRows = (rows: number, from = 0): string =>
  Array.from({ length: rows }, (_, row) => {
    const at = from + row;
    const cells = Array.from({ length: CELLS - 1 }, (_, cell) => `<td>Kund ${at} fält ${cell}</td>`).join('');
    return `<tr>${cells}<td>${phone(at)}</td></tr>`;
  }).join('');

/** A list of customers: every tenth text a number. */
export const densePage = (): string => `<table><tbody id="rows">${customerRows(ROWS)}</tbody></table>`;

const SENTENCES = [
  'Ärendet gäller leveransen som kunden väntat på sedan i våras.',
  'Under 2023 växte gruppen till 14 personer, och lokalen blev för liten.',
  'Vi bad leverantören om ett svar, men ',
  'handläggaren',
  ' var bortrest.',
  'Priset låg på 1 250 kr, vilket var 15 % mer än året före.',
  'Protokollet är justerat av ordföranden.',
  'Nästa möte hålls i det stora rummet klockan 14.30.',
  'Ingen hade något att invända.',
  'Bilagan har lagts till handlingarna.',
];

/** Running text with years, prices and times, and a number in every hundredth paragraph. */
export function prosePage(): string {
  const paragraphs = Array.from({ length: (ROWS * CELLS) / SENTENCES.length }, (_, at) => {
    const text = SENTENCES.map((sentence, place) => (place % 3 === 1 ? `<em>${sentence}</em>` : `<span>${sentence}</span>`)).join('');
    return at % 100 === 0 ? `<p>${text.replace('bortrest', `bortrest, ring ${phone(at)}`)}</p>` : `<p>${text}</p>`;
  });
  return `<article>${paragraphs.join('')}</article>`;
}

/** The same without a digit. */
export const digitlessPage = (): string => prosePage().replace(/\d/g, 'x');
