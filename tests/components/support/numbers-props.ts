import { signal } from '@preact/signals';
import type { NumbersSectionProps } from '@/components/numbers/numbers-section';
import type { PageNumbers } from '@/utils/contract/page-numbers';
import { finderFor } from '@/utils/domain/phone-number/find-numbers';
import { createNumberTest } from '@/utils/models/number-test-model';
import { createPageNumbersModel } from '@/utils/models/page-numbers-model';
import { MemoryPageNumbers } from '@/tests/support/memory-page-numbers';
import { createHandClock } from './hand-clock';
import { NOW } from './phone-states';

/** The section on numbers over settings in memory and the real finder. */
export function numbersProps(kept: Partial<PageNumbers> = {}, over: Partial<NumbersSectionProps> = {}) {
  const store = new MemoryPageNumbers(kept);
  const clock = createHandClock(NOW);
  const model = createPageNumbersModel(store, clock);
  const test = createNumberTest({ settings: model.settings, region: signal('SE'), loadFinder: async (options) => finderFor(options), sample: '' });
  const props: NumbersSectionProps = { model, test, browser: {}, onSave: () => undefined, ...over };
  return { store, clock, props };
}
