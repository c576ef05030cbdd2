import { browser, defineContentScript } from '#imports';
import { createPageMessenger } from '@/utils/messaging/page-messenger';
import { createSendCommand } from '@/utils/messaging/send-command';
import { FINDER_CODE_FILE } from '@/utils/platform/finder-files';
import { createPackedFinders, type FinderCode } from '@/utils/platform/packed-finder';
import { watchLinkClicks } from '@/utils/platform/page/link-clicks';
import type { CardWords } from '@/utils/platform/page/number-card/card-words';
import { serveNumbers } from '@/utils/platform/page/numbers/serve-numbers';
import { loadFinderData } from '@/utils/platform/page/numbers/load-finder-data';
import { markNumbers } from '@/utils/platform/page/numbers/mark-numbers';
import { answerForSite } from '@/utils/platform/page/numbers/answer-for-site';
import { openMessage } from '@/utils/platform/page/numbers/open-message';
import { watchUnderMenu } from '@/utils/platform/page/numbers/watch-under-menu';
import { anyShadowRoot, type DomApi } from '@/utils/platform/page/any-shadow-root';
import { servePanel } from '@/utils/platform/page/serve-panel';
import { watchPageFlags } from '@/utils/platform/page/watch-page-flags';

export default defineContentScript({
  matches: ['*://*/*'],
  allFrames: true,
  matchOriginAsFallback: true,
  runAt: 'document_start',
  main() {
    const over = new AbortController();
    const { signal } = over;
    const messenger = createPageMessenger(() => browser.runtime);
    const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
    const send = createSendCommand({ messenger, now: () => Date.now(), wait });
    /** After an update this script is an orphan: it lets go, and the page has its links back. */
    const alive = () => {
      if (browser.runtime?.id === undefined) over.abort();
      return !signal.aborted;
    };
    const flags = watchPageFlags(browser.storage, signal);

    const active = () => alive() && flags.now().dial;
    /** As the i18n module names them. */
    const word: CardWords = (key, substitutions) => browser.i18n.getMessage(key.replaceAll('.', '_') as '@@ui_locale', substitutions);

    watchLinkClicks({
      scope: window,
      active,
      dial: (target) => void send('phone.dial', { target: target.slice(0, 200), source: 'page' }),
      signal,
    });
    const { runtime } = browser;
    const { numbers, on } = markNumbers({
      scope: window,
      flags,
      finder: createPackedFinders({
        readData: () => loadFinderData(messenger),
        // Under the script's own policy, whatever the page's says (Chromium 156, Firefox 153).
        loadCode: () => import(/* @vite-ignore */ runtime.getURL(FINDER_CODE_FILE as '/')) as Promise<FinderCode>,
      }),
      signal,
    });
    serveNumbers({ scope: window, numbers, runtime, messenger, send, word, active: () => active() && on(), signal });
    watchUnderMenu({
      scope: window,
      active,
      report: (under) => void messenger.send('numbers.underMenu', under).catch(() => undefined),
      signal,
    });
    if (window !== window.top) return;
    const rootOf = (element: Element) => anyShadowRoot(element, (browser as { readonly dom?: DomApi }).dom);
    answerForSite({
      scope: window,
      runtime,
      alive,
      switchSite: (undo) => messenger.send('numbers.siteOff', { undo }),
      openMessage: (number) => openMessage(document, number),
    });
    servePanel({ scope: window, runtime, flags, rootOf, alive, hello: () => messenger.send('panel.hello', {}), signal });
  },
});
