/** How sure the finder must be before a number counts: `strict` asks for a sign that says phone, `eager` takes bare digits. */
export type FindLevel = 'strict' | 'normal' | 'eager';

export type FoundKind = 'mobile' | 'fixed' | 'toll-free' | 'premium' | 'shared-cost' | 'voip' | 'other' | 'short';

/** A phone number in a text. */
export interface FoundNumber {
  /** UTF-16 offset of its first character in the text. */
  readonly start: number;
  /** UTF-16 offset after its last one; an extension is not part of it. */
  readonly end: number;
  /** E.164 with plus; null for a short service number, which has none. */
  readonly e164: string | null;
  /** What to dial: the E.164 number, or the digits of a short one. */
  readonly dial: string;
  /** Digits after "ext.", "ankn." or "x". */
  readonly extension?: string;
  readonly kind: FoundKind;
  /** The strictest level that still takes it. */
  readonly confidence: FindLevel;
}

/** Why a candidate was kept. */
export type KeptReason = 'international' | 'national' | 'phone-word' | 'short-service' | 'bare';

/** Why digits that look like a number are not one. */
export type RejectedReason =
  | 'no-plan' // no number of the region or of the country code
  | 'no-region' // national, and no region is known
  | 'glued' // part of a longer word or code
  | 'personal-id'
  | 'organisation-id'
  | 'bank-account' // bankgiro, plusgiro, account, IBAN, OCR
  | 'card'
  | 'product-code' // EAN, ISBN
  | 'date'
  | 'time'
  | 'range'
  | 'amount' // price, quantity with a unit
  | 'network-address' // IP, MAC
  | 'identifier' // UUID, hash, version, number after #
  | 'label' // a word beside it says what it is: order, invoice, postal code
  | 'coordinates'
  | 'web-address' // URL, e-mail, file name
  | 'list' // one of a list of ids
  | 'grouping' // grouped as no phone number is
  | 'unsure' // below the level asked for
  | 'no-phone-word'; // a short number without a word that says phone

export type Verdict =
  | { readonly kept: true; readonly reason: KeptReason; readonly found: FoundNumber }
  | { readonly kept: false; readonly reason: RejectedReason };

/** One candidate and what became of it, for a person who wants to know why. */
export interface Explained {
  readonly start: number;
  readonly end: number;
  readonly verdict: Verdict;
}
