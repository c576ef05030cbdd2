import type { PageNumbers } from '@/utils/contract/page-numbers';
import type { PageNumbersModel } from '@/utils/models/page-numbers-model';
import { useWords } from '@/components/words/words';
import { RemovableList } from './removable-list';

/** Digits that a person said are no number. */
export function ExceptionList({ model, settings }: { model: PageNumbersModel; settings: PageNumbers }) {
  const { t } = useWords();
  const entries = settings.exceptions.map((one) => ({
    key: `${one.site} ${one.text}`,
    title: one.text,
    detail: one.site,
    removeLabel: t('pageNumbers.exceptionRemove', [one.text, one.site]),
    onRemove: () => void model.removeException(one),
  }));
  return (
    <section class="options-card" aria-labelledby="exceptions">
      <div>
        <h2 id="exceptions">{t('pageNumbers.exceptions')}</h2>
        <p class="secondary">{t(entries.length === 0 ? 'pageNumbers.exceptionsNone' : 'pageNumbers.exceptionsBody')}</p>
      </div>
      {entries.length > 0 && <RemovableList entries={entries} label={t('pageNumbers.exceptions')} />}
    </section>
  );
}
