/** Tells short service numbers: whether digits are one of `region`. `table`: patterns by region, '' for the rest. */
export function createShortNumbers(table: Readonly<Record<string, string>>, region: string): (digits: string) => boolean {
  const pattern = new RegExp(`^(?:${Object.hasOwn(table, region) ? table[region] : table['']})$`);
  return (digits) => pattern.test(digits);
}
