import { CircleAlert } from 'lucide-preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { NumberTestModel } from '@/utils/models/number-test-model';
import type { PageNumbersModel } from '@/utils/models/page-numbers-model';
import { useWords } from '@/components/words/words';
import { regionOptions } from '@/components/account/region-options';
import { useSurface } from '@/components/surface/surface-context';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/select-field';
import { SkeletonRows } from '@/components/ui/skeleton';
import { Switch } from '@/components/ui/switch';
import { Toast } from '@/components/ui/toast';
import { ExceptionList } from './exception-list';
import { LevelChoice } from './level-choice';
import { LookChoice } from './look-choice';
import { NumberLinks, type NumberBrowser } from './number-links';
import { NumberTest } from './number-test';
import { SiteList } from './site-list';
import './numbers-section.css';

export interface NumbersSectionProps {
  model: PageNumbersModel;
  test: NumberTestModel;
  browser: NumberBrowser;
  onSave: (name: string, text: string) => void;
}

/** How numbers on web pages are found and shown. Every change holds at once, in pages that are open too. */
export function NumbersSection({ model, test, browser, onSave }: NumbersSectionProps) {
  const { t, locale } = useWords();
  const { phone, region } = useSurface().models;
  const settings = model.settings.value;
  const removed = model.removed.value;
  const undo = useRef<HTMLButtonElement>(null);
  const countries = useMemo(() => regionOptions(locale), [locale]);
  useEffect(() => {
    // The row went away and took the focus with it.
    if (removed !== null && document.activeElement === document.body) undo.current?.focus();
  }, [removed]);

  if (settings === null) return <SkeletonRows rows={4} label={t('status.loading')} />;
  const own = countries.find(({ value }) => value === (phone.account.value?.region ?? region.value))?.label ?? '';
  const regions = [{ value: '', label: t('pageNumbers.regionAccount', [own]) }, ...countries];
  return (
    <div class="numbers-section">
      <p class="options-lead">{t('pageNumbers.lead')}</p>
      {model.failed.value && <Banner tone="error" role="alert" icon={CircleAlert} title={t('pageNumbers.notSaved')} />}
      <section class="options-card">
        <Switch label={t('pageNumbers.on')} hint={t('pageNumbers.onHint')} checked={settings.on} onChange={(on) => void model.set({ on })} />
        <LookChoice value={settings.look} onChange={(look) => void model.set({ look })} />
        <LevelChoice value={settings.level} onChange={(level) => void model.set({ level })} />
        <SelectField
          label={t('pageNumbers.region')}
          name="region"
          value={settings.region ?? ''}
          options={regions}
          onChange={(value) => void model.set({ region: value === '' ? null : value })}
        />
      </section>
      <NumberTest test={test} />
      <SiteList model={model} settings={settings} onSave={onSave} />
      <ExceptionList model={model} settings={settings} />
      <NumberLinks offers={browser} />
      {removed !== null && (
        <Toast
          action={
            <Button look="quiet" size="small" buttonRef={undo} onClick={() => void model.undoRemove()}>
              {t('history.undo')}
            </Button>
          }
        >
          {t('pageNumbers.removed', [removed.kind === 'site' ? removed.site : removed.text])}
        </Toast>
      )}
    </div>
  );
}
