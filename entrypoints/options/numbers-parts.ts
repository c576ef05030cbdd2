import type { ReadonlySignal } from '@preact/signals';
import { browser } from '#imports';
import { i18n } from '#i18n';
import type { NumbersSectionProps } from '@/components/numbers/numbers-section';
import { createNumberTest } from '@/utils/models/number-test-model';
import { createPageNumbersModel } from '@/utils/models/page-numbers-model';
import { systemClock } from '@/utils/platform/host/clock';
import { readFinderData } from '@/utils/platform/finder-data';
import { createPackedFinders } from '@/utils/platform/packed-finder';
import { saveFile } from '@/utils/platform/save-file';
import { createPageNumbersStore } from '@/utils/storage/page-numbers-store';
import { numberBrowser } from './number-browser';

/** What the section on numbers needs of this browser. */
export function numbersParts(region: ReadonlySignal<string>): NumbersSectionProps {
  const store = createPageNumbersStore(browser.storage, (name, run) => navigator.locks.request(name, run));
  const model = createPageNumbersModel(store, systemClock);
  const test = createNumberTest({
    settings: model.settings,
    region,
    loadFinder: createPackedFinders({ readData: readFinderData, loadCode: () => import('@/utils/domain/phone-number/create-number-finder') }),
    sample: i18n.t('pageNumbers.testSample'),
  });
  const dispose = () => {
    model.dispose();
    test.dispose();
  };
  window.addEventListener('pagehide', dispose, { once: true });
  return { model, test, browser: numberBrowser(), onSave: (name, text) => saveFile(document, name, text, 'application/json') };
}
