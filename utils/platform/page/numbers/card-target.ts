import { exceptionText } from '@/utils/contract/change-page-numbers';
import type { FoundKind } from '@/utils/domain/phone-number/found-number';
import type { NumberLink } from '../number-link';
import type { MarkedNumber, MarkedNumbers } from './marked-number';

/** A number on the page, marked in its text or linked to, as the card shows it. */
export interface CardTarget {
  /** Shown until the phone has told how the region writes it. */
  readonly text: string;
  /** What `phone.dial` is given. */
  readonly dial: string;
  /** E.164, or the digits as the page has them. */
  readonly number: string;
  readonly extension: string | null;
  /** Null: not known here. */
  readonly kind: FoundKind | null;
  /** Digits and plus, for teaching that they are no number; null for a link, which says itself that it is one. */
  readonly teach: string | null;
  /** The person's name at another domain: called and copied only. */
  readonly address: boolean;
  readonly marked: MarkedNumber | null;
  /** Where it stands in the document. */
  readonly node: Node;
  rects(): readonly DOMRect[];
}

/** Thousands of them are put in order for one step: what only the card asks is worked out when it does. */
export function targetOfMarked(marked: MarkedNumber, numbers: MarkedNumbers): CardTarget {
  const { found, text } = marked;
  return {
    get text() {
      return text.replace(/\s+/g, ' ').trim();
    },
    get dial() {
      return dialOf(marked);
    },
    number: found.dial,
    extension: found.extension ?? null,
    kind: found.kind,
    get teach() {
      return exceptionText(text);
    },
    address: false,
    marked,
    get node() {
      return marked.range.startContainer;
    },
    rects: () => numbers.rects(marked),
  };
}

export function targetOfLink({ element, address, uri }: NumberLink): CardTarget {
  const named = /[^\d\s+*#().\-/]/.test(uri.number);
  const text = named && uri.host !== undefined ? `${uri.number}@${uri.host}` : uri.number;
  return {
    text,
    // The receiver of a message is called as a number; its text is not.
    dial: uri.scheme === 'sms' ? uri.number : address,
    number: named ? text : uri.number.replace(/[^\d+*#]/g, ''),
    extension: uri.extension ?? null,
    kind: null,
    teach: null,
    address: named,
    marked: null,
    node: element,
    rects: () => (element.isConnected ? [...element.getClientRects()] : []),
  };
}

/** RFC 3966 where there is an extension, so that it is sent once the call is answered. */
export function dialOf({ found }: MarkedNumber): string {
  return found.e164 !== null && found.extension !== undefined ? `tel:${found.e164};ext=${found.extension}` : found.dial;
}

/** The scanner may describe a number anew whenever it is asked. */
export function sameTarget(one: CardTarget, other: CardTarget): boolean {
  return one.node === other.node && one.dial === other.dial && one.marked?.range.startOffset === other.marked?.range.startOffset;
}
