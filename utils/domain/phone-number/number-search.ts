/** Country codes of one and two digits, ITU-T E.164 annex D; all others have three. */
const CODE = /^(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** The forms of a number that what somebody types is looked for in: digits only. */
export interface NumberForms {
  /** E.164 without its plus; the digits of anything else. */
  readonly international: string;
  /** With the 0 that most countries dial before a national number. */
  readonly national: string;
}

/** `+46701740607` → `46701740607` and `0701740607`. Without metadata, so that 50,000 numbers take no time. */
export function numberForms(number: string): NumberForms {
  const international = number.replace(/[^\d*#]/g, '');
  if (!number.startsWith('+')) return { international, national: international };
  const code = CODE.exec(international)?.[0].length ?? 3;
  return { international, national: `0${international.slice(code)}` };
}

/** What was typed as part of a number in whatever format; null when it is none. */
export function numberQuery(text: string): { readonly digits: string; readonly international: boolean } | null {
  if (!/^[\d\s().+\-/*#]+$/.test(text) || !/[\d*#]/.test(text)) return null;
  const compact = text.replace(/\(0\)/g, '').replace(/[^\d*#+]/g, '');
  const international = /^(?:\+|00)/.test(compact);
  return { digits: compact.replace(/^(?:\+|00)/, '').replace(/\+/g, ''), international };
}

export function hasNumber(forms: NumberForms, query: NonNullable<ReturnType<typeof numberQuery>>): boolean {
  if (query.international) return forms.international.startsWith(query.digits);
  return forms.national.includes(query.digits) || forms.international.includes(query.digits);
}
