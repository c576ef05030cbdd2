import type { FoundNumber } from '@/utils/domain/phone-number/found-number';
import type { MarkedNumber, MarkedNumbers } from '@/utils/platform/page/numbers/marked-number';

export interface FakeMarkedNumbers extends MarkedNumbers {
  readonly highlighted: (string | null)[];
}

/** Marks everything in single text nodes that looks like a Swedish number, anew at every question. */
export function fakeMarkedNumbers(document: Document): FakeMarkedNumbers {
  const highlighted: (string | null)[] = [];
  const all = (): MarkedNumber[] => {
    const found: MarkedNumber[] = [];
    const walker = document.createTreeWalker(document.body, 4 /* SHOW_TEXT */);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      if (node.parentElement?.closest('script,style,textarea,a[href]')) continue;
      for (const { 0: text, index, groups } of node.data.matchAll(/(?:\+46|0)[\d -]{7,12}\d(?: ankn\. (?<extension>\d+))?/g)) {
        const number = text.replace(/ ankn.*/, '');
        const e164 = `+46${number.replace(/\D/g, '').replace(/^(46|0)/, '')}`;
        const kind = e164.startsWith('+467') ? 'mobile' : 'fixed';
        const range: StaticRange = { startContainer: node, startOffset: index, endContainer: node, endOffset: index + number.length, collapsed: false };
        const extension = groups?.['extension'];
        const one: FoundNumber = { start: index, end: index + number.length, e164, dial: e164, kind, confidence: 'normal', ...(extension !== undefined && { extension }) };
        found.push({ found: one, text: number, range });
      }
    }
    return found;
  };
  const rects = ({ range }: MarkedNumber): DOMRect[] => {
    if (!range.startContainer.isConnected || range.endOffset > (range.startContainer as Text).data.length) return [];
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return [...live.getClientRects()];
  };
  const inside = (box: DOMRect, x: number, y: number) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  return {
    highlighted,
    at: (x, y) => all().find((one) => rects(one).some((box) => inside(box, x, y))) ?? null,
    all,
    roots: () => [document],
    rects,
    highlight: (number) => void highlighted.push(number?.text ?? null),
  };
}
