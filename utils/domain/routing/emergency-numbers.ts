/**
 * Emergency numbers by region, always dialled whatever a rule or a profile says (PRODUCT.md 1.8).
 * Source: ITU-T E.161.1 recommends 112 and 911; 112 is the single number of the EU/EEA (Directive (EU) 2018/1972, art. 109);
 * the rest are the numbering plans of the regions named.
 */
const EVERYWHERE = ['112'] as const;

const BY_REGION: Readonly<Record<string, readonly string[]>> = Object.freeze({
  AU: ['000'],
  CA: ['911'],
  CH: ['117', '118', '144'],
  DE: ['110'],
  DK: ['114'],
  FR: ['15', '17', '18', '114'],
  GB: ['999'],
  IE: ['999'],
  IN: ['100', '101', '102', '108'],
  JP: ['110', '118', '119'],
  NO: ['110', '113'],
  NZ: ['111'],
  PL: ['997', '998', '999'],
  US: ['911'],
});

/** True when `digits` (as dialled, digits only) is an emergency number of `region` (ISO 3166-1 alpha-2). */
export function isEmergencyNumber(digits: string, region: string): boolean {
  return EVERYWHERE.some((number) => number === digits) || (BY_REGION[region] ?? []).includes(digits);
}
