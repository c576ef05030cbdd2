import { AsYouType, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';

/**
 * A number as a person of `region` writes it: national if it is of their own country, international if not.
 * Short numbers, addresses and anything unknown come back as they are.
 */
export function formatForPerson(number: string, region: string): string {
  if (!number.startsWith('+')) return number;
  const parsed = parsePhoneNumberFromString(number);
  if (!parsed) return number;
  return parsed.country === region ? parsed.formatNational() : parsed.formatInternational();
}

/** What the dial pad shows while a number is typed in `region`: `0701740607` in SE → `070-174 06 07`. */
export function formatAsYouType(input: string, region: string): string {
  if (!/^[+\d\s().\-/]*$/.test(input) || /^\D*$/.test(input.replace('+', ''))) return input;
  return new AsYouType(region as CountryCode).input(input);
}
