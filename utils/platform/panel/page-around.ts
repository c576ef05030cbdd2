import { signal, type ReadonlySignal } from '@preact/signals';
import { guardClicks } from './guard-clicks';
import { watchSeen, type SeenScope } from './watch-seen';

/** `browser.tabs`, as far as a frame needs it. */
export interface AroundTabs {
  getCurrent(): Promise<{ readonly width?: number | undefined; readonly height?: number | undefined } | undefined>;
  getZoom(): Promise<number>;
}

export interface AroundScope extends SeenScope, Pick<Window, 'addEventListener' | 'parent'> {
  matchMedia(query: string): Pick<MediaQueryList, 'matches' | 'addEventListener'>;
}

interface PageAround {
  measure(): Promise<{ readonly width: number; readonly height: number; readonly zoom: number }>;
  readonly fullScreen: ReadonlySignal<boolean>;
  readonly covered: ReadonlySignal<boolean>;
}

/** What the panel's frame knows of the page it stands in; from here on only clicks on what was seen count. */
export function watchPageAround(scope: AroundScope, tabs: AroundTabs, now: () => number): PageAround {
  const full = scope.matchMedia('(display-mode: fullscreen)');
  const fullScreen = signal(full.matches);
  const covered = signal(false);
  full.addEventListener('change', () => {
    fullScreen.value = full.matches;
  });
  scope.addEventListener('message', ({ source, data }) => {
    if (source === scope.parent && typeof data === 'boolean') fullScreen.value = data;
  });
  const seen = watchSeen(scope, now, () => {
    scope.document.documentElement.toggleAttribute('data-settled', seen.settled());
    if (seen.visible()) covered.value = false;
  });
  guardClicks({
    scope,
    seen,
    refused() {
      covered.value = true;
    },
  });
  return {
    async measure() {
      const [tab, zoom] = await Promise.all([tabs.getCurrent(), tabs.getZoom()]);
      return { width: tab?.width ?? scope.outerWidth, height: tab?.height ?? scope.outerHeight, zoom };
    },
    fullScreen,
    covered,
  };
}
