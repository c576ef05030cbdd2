/** Short service numbers that a person of a region calls, as they write them without spaces. Source: the regulators' plans. */
const SHORT: Readonly<Record<string, string>> = {
  SE: '112|1177|11414|11313|116\\d{3}|118\\d{3}|90\\d{3}',
  NO: '11[023]|116\\d{3}|0[2-9]\\d{3}|18\\d{2}',
  DK: '11[24]|1813|116\\d{3}|118|18[0-9]{2}',
  FI: '112|116\\d{3}|118|0100100',
  IS: '112|1700|1717|116\\d{3}',
  DE: '11[0256]|115|116\\d{3}|118\\d{2,3}',
  AT: '112|1[2-4]\\d|14[0-8]|116\\d{3}',
  CH: '11[278]|14[3-7]|1414|116\\d{3}|0900\\d{0}',
  GB: '999|112|101|105|111|119|116\\d{3}|118\\d{3}',
  IE: '999|112|116\\d{3}|118\\d{2}',
  FR: '1[578]|11[2459]|116\\d{3}|118\\d{3}|3\\d{3}|10\\d{2}',
  NL: '112|113|144|116\\d{3}|0900\\d{4}|14\\d{3}|1888',
  BE: '112|10[0-9]|110|116\\d{3}|1[02-47]\\d{2}',
  ES: '112|01[0-9]|06[0-2]|09[0-2]|08[0589]|116\\d{3}|118\\d{2}',
  IT: '11[2-8]|1[19]\\d{1,2}|15\\d{2}|116\\d{3}',
  PT: '112|11[57]|116\\d{3}|118\\d{2}|144',
  PL: '112|99[1-9]|116\\d{3}|118\\d{3}',
  US: '911|988|[2-8]11',
  CA: '911|988|[2-8]11',
  AU: '000|112|106|13\\d{4}',
  NZ: '111|1737|105|018',
  IN: '100|101|102|108|112|181|1\\d{3}',
};
/** Europe's own, wherever no list is known. */
const ANYWHERE = '112|116\\d{3}';

const compiled = new Map<string, RegExp>();

/** Whether digits are a short service number of the region. */
export function isShortNumber(digits: string, region: string): boolean {
  let pattern = compiled.get(region);
  if (!pattern) {
    pattern = new RegExp(`^(?:${Object.hasOwn(SHORT, region) ? SHORT[region] : ANYWHERE})$`);
    compiled.set(region, pattern);
  }
  return pattern.test(digits);
}
