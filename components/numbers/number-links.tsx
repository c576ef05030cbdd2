import type { ReadonlySignal } from '@preact/signals';
import { ExternalLink, Keyboard } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useWords } from '@/components/words/words';
import { Button } from '@/components/ui/button';
import { trusted } from '@/components/ui/trusted';

/** What only the browser can do about numbers; what is missing is not offered. */
export interface NumberBrowser {
  /** Keys that step through a page's numbers, as the browser writes them; null: none are set. */
  readonly shortcut?: ReadonlySignal<string | null>;
  openShortcuts?(): void;
  /** Chrome: asks to become the program for `tel:` links. False when it refused at once. */
  registerHandler?(): boolean;
  /** Firefox: number links open here because the manifest says so; how to choose is in its settings. */
  readonly handlesLinks?: boolean;
}

export function NumberLinks({ offers }: { offers: NumberBrowser }) {
  const { t } = useWords();
  const [asked, setAsked] = useState<boolean | null>(null);
  const { openShortcuts, registerHandler, handlesLinks } = offers;
  const shortcut = offers.shortcut?.value;
  if (shortcut === undefined && registerHandler === undefined && handlesLinks !== true) return null;
  return (
    <section class="options-card" aria-labelledby="number-links">
      <h2 id="number-links">{t('pageNumbers.more')}</h2>
      {shortcut !== undefined && (
        <div class="numbers-fact">
          <div>
            <b>{t('pageNumbers.shortcut')}</b>
            <p class="secondary">{shortcut === null ? t('pageNumbers.shortcutNone') : t('pageNumbers.shortcutBody', [shortcut])}</p>
          </div>
          {openShortcuts && (
            <Button size="small" icon={Keyboard} onClick={openShortcuts}>
              {t('pageNumbers.shortcutChange')}
            </Button>
          )}
        </div>
      )}
      {(registerHandler !== undefined || handlesLinks === true) && (
        <div class="numbers-fact">
          <div>
            <b>{t('pageNumbers.handler')}</b>
            <p class="secondary">{t(registerHandler === undefined ? 'pageNumbers.handlerFirefox' : 'pageNumbers.handlerChrome')}</p>
            {asked !== null && (
              <p class="secondary" role="status">
                {t(asked ? 'pageNumbers.handlerAsked' : 'pageNumbers.handlerRefused')}
              </p>
            )}
          </div>
          {registerHandler && (
            <Button size="small" icon={ExternalLink} onClick={trusted(() => setAsked(registerHandler()))}>
              {t('pageNumbers.handlerAsk')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
