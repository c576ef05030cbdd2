import type { NumberLook } from '@/utils/contract/page-numbers';
import type { NumberFinder } from '@/utils/domain/phone-number/number-finder';
import { canHighlight, type PageScope } from './highlights';
import { pageIdle, type Idle } from './idle-slices';
import type { MarkedNumber, MarkedNumbers } from './marked-number';
import { PageNumberMarks } from './page-number-marks';

export interface NumberWatchOptions {
  readonly scope: PageScope;
  /** Loads what finds numbers, for a page in these languages (BCP 47); asked when the page first may hold one. */
  readonly finder: (languages: readonly string[]) => Promise<NumberFinder>;
  readonly look: NumberLook;
  /** Texts, as the page writes them, that a person said are no number. */
  readonly skip?: (text: string) => boolean;
  /** Everything ends, and nothing is left in the page. */
  readonly signal: AbortSignal;
  readonly idle?: Idle;
}

/** A page whose script never ends loading has its numbers marked all the same, after so many milliseconds. */
const PATIENCE = 2_000;

/**
 * Finds and marks the numbers of one frame, from the time its document is read, and as it changes. Null where the
 * browser cannot mark text without touching the page.
 */
export function watchNumbers(options: NumberWatchOptions): MarkedNumbers | null {
  const { scope, signal } = options;
  if (!canHighlight(scope) || signal.aborted) return null;
  const page = new PageNumberMarks({ skip: () => false, idle: pageIdle(scope, signal), ...options });
  signal.addEventListener('abort', () => page.dispose(), { once: true });
  if (scope.document.readyState === 'loading') page.prepare();
  whenRead(scope, signal, () => page.start());
  return {
    at: (x, y) => page.placed.at(x, y),
    all: () => page.placed.all(),
    roots: () => page.roots,
    rects: (number) => page.rects(number),
    highlight: (number: MarkedNumber | null) => page.highlight(number),
  };
}

/** While a document is read every node of it would be news. */
function whenRead(scope: PageScope, signal: AbortSignal, start: () => void): void {
  const { document } = scope;
  if (document.readyState !== 'loading') {
    start();
    return;
  }
  const read = new AbortController();
  const go = () => {
    read.abort();
    scope.clearTimeout(timer);
    if (!signal.aborted) start();
  };
  const timer = scope.setTimeout(go, PATIENCE);
  document.addEventListener('DOMContentLoaded', go, { signal: AbortSignal.any([signal, read.signal]) });
}
