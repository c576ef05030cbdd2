/**
 * A Swedish personnummer or samordningsnummer written as ten bare digits. Only those of people born in the 2000s begin
 * with a zero and could be dialled; a date and a right check digit tell them (one in thirty real numbers passes both).
 */
export function looksPersonal(digits: string, region: string): boolean {
  if (region !== 'SE' || digits.length !== 10 || !digits.startsWith('0') || digits.startsWith('07')) return false;
  const month = Number(digits.slice(2, 4));
  const day = Number(digits.slice(4, 6)) % 60;
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && hasCheckDigit(digits);
}

/** Luhn, ISO/IEC 7812-1 annex B. */
export function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
