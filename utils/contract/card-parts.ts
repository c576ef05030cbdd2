export type CardIcon = 'call' | 'sms' | 'copy' | 'copied' | 'contact';

/** How the card of a number on a page looks. */
export interface CardParts {
  /** Its style sheet. */
  readonly style: string;
  /** `d` of each icon's path, on a field of 24 by 24. */
  readonly icons: Readonly<Record<CardIcon, string>>;
}
