import type { MarkedNumbers } from './marked-number';

/** Where nothing can be marked (no Highlight API): links keep their card and their place among the steps. */
export const NO_MARKED_NUMBERS: MarkedNumbers = Object.freeze<MarkedNumbers>({
  at: () => null,
  all: () => [],
  roots: () => [],
  rects: () => [],
  highlight: () => undefined,
});
