import { Plus } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { DeskPhone } from '@/utils/contract/desk-phones';
import type { DeskPhoneDeed } from '@/utils/models/desk-phones-model';
import { useWords, type MessageKey } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { Button } from '@/components/ui/button';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ServerList } from '../server-list';
import { ConfirmDialog } from './confirm-dialog';
import { DeskPhoneRow } from './desk-phone-row';
import { NameDialog } from './name-dialog';
import { SecretDialog } from './secret-dialog';
import './desk-phones.css';

const FAILED: Readonly<Record<DeskPhoneDeed, MessageKey>> = Object.freeze({
  add: 'deskPhones.addFailed',
  rename: 'deskPhones.renameFailed',
  renew: 'deskPhones.renewFailed',
  remove: 'deskPhones.removeFailed',
});

type Asked = { readonly deed: 'add' } | { readonly deed: 'rename' | 'renew' | 'remove'; readonly phone: DeskPhone };

/** The desk phones of a One account: which there are, and the way to add, rename and remove them. */
export function DeskPhonesSection() {
  const { t } = useWords();
  const { deskPhones: model } = useSurface().models;
  const [asked, setAsked] = useState<Asked | null>(null);
  const known = model.known.value;
  const failure = model.failure.value;
  const outcome = model.outcome.value;
  const secret = model.secret.value;

  const close = () => setAsked(null);
  return (
    <ServerList
      name="desk-phones"
      model={model}
      title={t('deskPhones.title')}
      body={t('deskPhones.body')}
      loadFailed={t('deskPhones.loadFailed')}
      outcome={outcome}
      failed={outcome === null ? '' : t(FAILED[outcome.deed], [outcome.name])}
      done={outcome?.deed === 'remove' && outcome.error === null ? t('deskPhones.removed', [outcome.name]) : ''}
    >
      {known === null && failure === null && <SkeletonRows rows={1} label={t('deskPhones.loading')} />}
      {known !== null && known.server === null && <p class="secondary">{t('deskPhones.noneHere')}</p>}
      {known !== null && known.server !== null && known.phones.length === 0 && <p class="secondary">{t('deskPhones.empty')}</p>}
      {known !== null && known.phones.length > 0 && (
        <ul class="session-list">
          {known.phones.map((phone) => (
            <DeskPhoneRow key={phone.id} phone={phone} renewable={known.server !== null} onAsk={(deed) => setAsked({ deed, phone })} />
          ))}
        </ul>
      )}
      {known !== null && known.server !== null && (
        <div>
          <Button icon={Plus} busy={model.busy.value} onClick={() => setAsked({ deed: 'add' })}>
            {t('deskPhones.add')}
          </Button>
        </div>
      )}
      {asked?.deed === 'add' && <NameDialog title={t('deskPhones.addTitle')} action={t('deskPhones.addConfirm')} name="" onClose={close} onName={(name) => void model.add(name)} />}
      {asked?.deed === 'rename' && (
        <NameDialog title={t('deskPhones.renameTitle', [asked.phone.name])} action={t('contact.save')} name={asked.phone.name} onClose={close} onName={(name) => void model.rename(asked.phone, name)} />
      )}
      {asked?.deed === 'renew' && (
        <ConfirmDialog title={t('deskPhones.renewTitle', [asked.phone.name])} body={t('deskPhones.renewBody')} action={t('deskPhones.renew')} onClose={close} onConfirm={() => void model.renewSecret(asked.phone)} />
      )}
      {asked?.deed === 'remove' && (
        <ConfirmDialog title={t('deskPhones.removeTitle', [asked.phone.name])} body={t('deskPhones.removeBody')} action={t('deskPhones.remove')} onClose={close} onConfirm={() => void model.remove(asked.phone)} />
      )}
      {secret !== null && <SecretDialog secret={secret} onClose={() => model.forgetSecret()} />}
    </ServerList>
  );
}
