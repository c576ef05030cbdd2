import { finderFor } from '@/utils/domain/phone-number/find-numbers';
import type { MarkedNumber } from '@/utils/platform/page/numbers/marked-number';
import { watchNumbers } from '@/utils/platform/page/numbers/watch-numbers';

/**
 * Content script of the extension the marking suites use: the numbers of a page and nothing else, with the finder at
 * hand. Answers the page's own questions, so that a test can see what is marked where a browser does not say.
 */
const over = new AbortController();
const skipped = '08-111 22 33';
const numbers = watchNumbers({
  scope: window,
  finder: (languages) => Promise.resolve(finderFor({ region: 'SE', languages })),
  look: 'underline',
  skip: (text) => text === skipped,
  signal: over.signal,
});

const describe = (number: MarkedNumber | null | undefined) => number && { text: number.text, dial: number.found.dial, rects: numbers?.rects(number).map((rect) => rect.toJSON() as object) };

const answers: Readonly<Record<string, (x: number, y: number) => unknown>> = {
  all: () => numbers?.all().map(describe),
  at: (x, y) => describe(numbers?.at(x, y)) ?? null,
  focus: () => numbers?.highlight(numbers.all()[0] ?? null),
  end: () => over.abort(),
};

addEventListener('message', ({ data, source }: MessageEvent<{ ask?: string; id?: number; x?: number; y?: number } | null>) => {
  const answer = answers[data?.ask ?? ''];
  // To the frame that asked: a sandboxed one has no other way out.
  const asker = (source as Window | null) ?? window;
  if (answer !== undefined) asker.postMessage({ answered: data?.id, value: answer(data?.x ?? 0, data?.y ?? 0) ?? null }, '*');
});
