import { effect, signal, type ReadonlySignal } from '@preact/signals';
import type { PageNumbers } from '@/utils/contract/page-numbers';
import type { Explained } from '@/utils/domain/phone-number/found-number';
import type { FinderOptions, NumberFinder } from '@/utils/domain/phone-number/number-finder';

export interface NumberTestModel {
  readonly text: ReadonlySignal<string>;
  /** Every candidate in it, in its order; null until the finder has come. */
  readonly explained: ReadonlySignal<readonly Explained[] | null>;
  /** The finder could not be loaded. */
  readonly failed: ReadonlySignal<boolean>;
  type(text: string): void;
  dispose(): void;
}

interface NumberTestParts {
  readonly settings: ReadonlySignal<PageNumbers | null>;
  /** The account's, where none is chosen. */
  readonly region: ReadonlySignal<string>;
  readonly loadFinder: (options: FinderOptions) => Promise<Pick<NumberFinder, 'explain'>>;
  readonly sample: string;
}

/** Shows what would be found in a text with the settings as they are. The finder is loaded with the first text. */
export function createNumberTest({ settings, region, loadFinder, sample }: NumberTestParts): NumberTestModel {
  const text = signal(sample);
  const explained = signal<readonly Explained[] | null>(null);
  const failed = signal(false);
  const finder = signal<Pick<NumberFinder, 'explain'> | null>(null);
  let newest = 0;

  const stopLoading = effect(() => {
    const now = settings.value;
    if (now === null) return;
    const options: FinderOptions = { region: now.region ?? region.value, level: now.level };
    newest += 1;
    const mine = newest;
    loadFinder(options).then(
      (loaded) => {
        if (mine === newest) finder.value = loaded;
      },
      () => {
        failed.value = true;
      },
    );
  });
  const stopExplaining = effect(() => {
    explained.value = finder.value?.explain(text.value) ?? null;
  });
  return {
    text,
    explained,
    failed,
    type(next) {
      text.value = next;
    },
    dispose() {
      newest += 1;
      stopLoading();
      stopExplaining();
    },
  };
}
