import type { FoundNumber } from '@/utils/domain/phone-number/found-number';
import { PAGE_GATE } from '@/utils/domain/phone-number/number-gate';
import type { NumberFinder, TextSurroundings } from '@/utils/domain/phone-number/number-finder';

/** Finds `08-465 00 11` and the like, wherever no digit touches it, and keeps what it was asked. */
export class FakeNumberFinder implements NumberFinder {
  readonly gate = PAGE_GATE;
  readonly asked: { text: string; label: string | undefined }[] = [];

  find(text: string, surroundings?: TextSurroundings): FoundNumber[] {
    this.asked.push({ text, label: surroundings?.label });
    return [...text.matchAll(/(?<!\d)08-\d{3} \d{2} \d{2}(?!\d)/g)].map((match): FoundNumber => {
      const e164 = `+46${match[0].replace(/\D/g, '').slice(1)}`;
      return { start: match.index, end: match.index + match[0].length, e164, dial: e164, kind: 'fixed', confidence: 'strict' };
    });
  }

  ready(_text: string): boolean {
    return true;
  }

  warm(): boolean {
    return false;
  }

  explain(): [] {
    return [];
  }
}
