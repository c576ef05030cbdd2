import { CircleAlert, CircleCheck, Download, Upload } from 'lucide-preact';
import { useRef } from 'preact/hooks';
import type { PageNumbers } from '@/utils/contract/page-numbers';
import type { ImportOutcome, PageNumbersModel, SiteDraftError } from '@/utils/models/page-numbers-model';
import { useWords, type MessageKey } from '@/components/words/words';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { RemovableList } from './removable-list';

const DRAFT: Readonly<Record<SiteDraftError, MessageKey>> = Object.freeze({
  'not-a-site': 'pageNumbers.siteFault',
  'already-there': 'pageNumbers.siteThere',
});
const FILE: Readonly<Record<Extract<ImportOutcome, { ok: false }>['error'], MessageKey>> = Object.freeze({
  'not-a-site-list': 'pageNumbers.importNotAList',
  'newer-version': 'pageNumbers.importNewer',
  'bad-entry': 'pageNumbers.importBadEntry',
  'too-many': 'pageNumbers.importTooMany',
});

interface SiteListProps {
  model: PageNumbersModel;
  settings: PageNumbers;
  /** Saves a text as a file of this name. */
  onSave: (name: string, text: string) => void;
}

/** Where numbers are left alone, and the file that carries it to another browser. */
export function SiteList({ model, settings, onSave }: SiteListProps) {
  const { t } = useWords();
  const file = useRef<HTMLInputElement>(null);
  const error = model.draftError.value;
  const outcome = model.imported.value;
  const sites = settings.sitesOff.map((site) => ({
    key: site,
    title: site,
    removeLabel: t('pageNumbers.siteRemove', [site]),
    onRemove: () => void model.removeSite(site),
  }));
  return (
    <section class="options-card" aria-labelledby="sites-off">
      <div>
        <h2 id="sites-off">{t('pageNumbers.sites')}</h2>
        <p class="secondary">{t('pageNumbers.sitesBody')}</p>
      </div>
      <form
        class="numbers-add"
        onSubmit={(event) => {
          event.preventDefault();
          void model.addSite();
        }}
      >
        <Field
          label={t('pageNumbers.site')}
          name="site"
          value={model.draft.value}
          placeholder={t('pageNumbers.siteExample')}
          error={error === null ? undefined : t(DRAFT[error])}
          onInput={(value) => model.typeSite(value)}
        />
        <Button type="submit">{t('pageNumbers.siteAdd')}</Button>
      </form>
      {sites.length > 0 && <RemovableList entries={sites} label={t('pageNumbers.sites')} />}
      <div class="action-row">
        <Button size="small" icon={Upload} onClick={() => file.current?.click()}>
          {t('pageNumbers.import')}
        </Button>
        <Button size="small" icon={Download} onClick={() => onSave('teleproffs-one-sites.json', model.exportSites() ?? '')}>
          {t('pageNumbers.export')}
        </Button>
        <input
          ref={file}
          type="file"
          accept="application/json,.json"
          hidden
          aria-label={t('pageNumbers.import')}
          onChange={(event) => {
            const field = event.currentTarget;
            void field.files?.[0]?.text().then((text) => model.importSites(text));
            // The same file again is a change again.
            field.value = '';
          }}
        />
      </div>
      {outcome !== null && (outcome.ok ? <Imported {...outcome} /> : <Banner tone="error" role="alert" icon={CircleAlert} title={t(FILE[outcome.error], outcome.error === 'bad-entry' ? [outcome.entry] : [])} />)}
    </section>
  );
}

function Imported({ sites, exceptions }: { sites: number; exceptions: number }) {
  const { t } = useWords();
  return <Banner tone="quiet" icon={CircleCheck} title={t(sites + exceptions === 0 ? 'pageNumbers.importNothingNew' : 'pageNumbers.imported', [sites, exceptions])} />;
}
