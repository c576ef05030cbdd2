import type { FinderOptions, NumberFinder } from '@/utils/domain/phone-number/number-finder';
import { exceptionText } from '@/utils/contract/change-page-numbers';
import type { PageFlags } from '../page-flags';
import type { PageFlagWatch } from '../watch-page-flags';
import type { PageScope } from './highlights';
import type { MarkedNumbers } from './marked-number';
import { NO_MARKED_NUMBERS } from './no-marked-numbers';
import { frameAddresses, numbersHere } from './numbers-here';
import { watchNumbers } from './watch-numbers';

export interface MarkNumbersOptions {
  readonly scope: PageScope;
  readonly flags: PageFlagWatch;
  readonly finder: (options: FinderOptions) => Promise<NumberFinder>;
  readonly signal: AbortSignal;
}

export interface NumbersOfFrame {
  /** What is marked now; nothing while it is switched off here. */
  readonly numbers: MarkedNumbers;
  /** Numbers are on in this frame, whether or not its browser can mark them. */
  on(): boolean;
}

/** Marks the numbers of one frame as the settings say, and anew when they change. */
export function markNumbers({ scope, flags, finder, signal }: MarkNumbersOptions): NumbersOfFrame {
  let marked = NO_MARKED_NUMBERS;
  let is = false;
  let wanted = '';
  let last = new AbortController();

  const follow = (now: PageFlags) => {
    const { on, exceptions } = numbersHere(now, frameAddresses(scope));
    const { look, region, level } = now.numbers;
    is = on;
    // Flags also change with every call.
    const key = JSON.stringify(on && [look, region, level, [...exceptions]]);
    if (key === wanted || signal.aborted) return;
    wanted = key;
    last.abort();
    marked = NO_MARKED_NUMBERS;
    if (!on) return;
    last = new AbortController();
    const find = (languages: readonly string[]) => finder({ ...(region !== null && { region }), level, languages });
    const skip = (text: string) => exceptions.size > 0 && exceptions.has(exceptionText(text));
    marked = watchNumbers({ scope, finder: find, look, skip, signal: AbortSignal.any([signal, last.signal]) }) ?? NO_MARKED_NUMBERS;
  };
  void flags.first.then(follow);
  flags.onChange(follow);
  return {
    numbers: {
      at: (x, y) => marked.at(x, y),
      all: () => marked.all(),
      roots: () => marked.roots(),
      rects: (number) => marked.rects(number),
      highlight: (number) => marked.highlight(number),
    },
    on: () => is,
  };
}
