/** Languages that pages of a region are written in, the likeliest first, by ISO 639; English where none is named. */
const REGIONS: Readonly<Record<string, string>> = {
  sv: 'SE AX', no: 'NO SJ', da: 'DK GL FO', fi: 'FI', de: 'DE AT CH LI LU', fr: 'FR BE CH LU MC CA',
  es: 'ES MX AR CL CO PE UY EC VE CR PA GT HN SV NI DO BO PY PR', it: 'IT CH SM VA', nl: 'NL BE', pl: 'PL',
  pt: 'PT BR AO MZ', et: 'EE', lv: 'LV', lt: 'LT', is: 'IS', tr: 'TR', ja: 'JP',
};

export function languagesOf(region: string): readonly string[] {
  const own = Object.entries(REGIONS).flatMap(([language, regions]) => (regions.split(' ').includes(region) ? [language] : []));
  // Finland's and Belgium's second languages are in the lists of their neighbours.
  return region === 'FI' ? ['fi', 'sv'] : own;
}
