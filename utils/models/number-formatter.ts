/** Number formatting, loaded after first paint: the metadata is too heavy to wait for. */
export interface NumberFormatter {
  formatForPerson(value: string, region: string): string;
  formatAsYouType(input: string, region: string): string;
}
