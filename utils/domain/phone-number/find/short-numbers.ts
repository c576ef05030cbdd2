/** Pattern of the short service numbers of `region`. `table`: patterns by region, '' for the rest. */
export const shortPattern = (table: Readonly<Record<string, string>>, region: string): string => (Object.hasOwn(table, region) ? table[region] : table['']) ?? '';

/** Tells short service numbers. */
export function createShortNumbers(pattern: string): (digits: string) => boolean {
  const whole = new RegExp(`^(?:${pattern})$`);
  return (digits) => whole.test(digits);
}
