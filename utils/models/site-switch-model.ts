import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { withoutSiteOff, withSiteOff } from '@/utils/contract/change-page-numbers';
import type { PageNumbers } from '@/utils/contract/page-numbers';
import { patternOf } from '@/utils/domain/page-site/site-of';
import { siteIsOff } from '@/utils/domain/page-site/site-pattern';
import type { PageNumbersPort } from './page-numbers-model';

export interface SiteSwitchModel {
  /** Site of the page in front; null where numbers are marked on no page, or on none like this. */
  readonly site: ReadonlySignal<string | null>;
  readonly on: ReadonlySignal<boolean>;
  toggle(): Promise<void>;
  dispose(): void;
}

/** Numbers on the page in front, on or off. `address`: of that page, null where there is none to mark numbers on. */
export function createSiteSwitch(store: PageNumbersPort, address: Promise<string | null>): SiteSwitchModel {
  const settings = signal<PageNumbers | null>(null);
  const url = signal<string | null>(null);
  const show = (next: PageNumbers) => {
    settings.value = next;
  };
  const stop = store.watch(show);
  store.read().then(show, () => undefined);
  address.then(
    (found) => {
      url.value = found;
    },
    () => undefined,
  );
  const on = computed(() => url.value !== null && !siteIsOff(url.value, settings.value?.sitesOff ?? []));
  return {
    site: computed(() => (settings.value?.on && url.value !== null ? patternOf(url.value) : null)),
    on,
    async toggle() {
      const here = url.peek();
      const site = here === null ? null : patternOf(here);
      if (here === null || site === null) return;
      const off = on.peek();
      const change = (now: PageNumbers) =>
        // A wider pattern may have switched it off: then that one goes.
        off ? withSiteOff(now, site) : now.sitesOff.filter((one) => siteIsOff(here, [one])).reduce(withoutSiteOff, now);
      show(await store.update(change));
    },
    dispose: stop,
  };
}
