import { CircleAlert, Plus } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CommandError } from '@/utils/contract/commands';
import type { DeskPhone } from '@/utils/contract/desk-phones';
import type { DeskPhoneDeed } from '@/utils/models/desk-phones-model';
import { commandSentence } from '@/components/words/sentences';
import { useWords, type MessageKey } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { SkeletonRows } from '@/components/ui/skeleton';
import { ConfirmDialog } from './confirm-dialog';
import { DeskPhoneRow } from './desk-phone-row';
import { NameDialog } from './name-dialog';
import { SecretDialog } from './secret-dialog';
import '../sessions-section.css';
import './desk-phones.css';

/** Here is no address to check: the server is the one that is signed in to. */
const why = (error: CommandError): MessageKey => (error === 'server-unreachable' ? 'sessions.serverUnreachable' : commandSentence(error));

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
  const heading = useRef<HTMLHeadingElement>(null);
  const known = model.known.value;
  const failure = model.failure.value;
  const outcome = model.outcome.value;
  const secret = model.secret.value;

  useEffect(() => model.open(), [model]);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void model.reload();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [model]);
  useEffect(() => {
    // The row went away and took the focus with it.
    if (outcome?.error === null && document.activeElement === document.body) heading.current?.focus();
  }, [outcome]);

  const close = () => setAsked(null);
  const done = outcome?.deed === 'remove' && outcome.error === null ? t('deskPhones.removed', [outcome.name]) : '';
  return (
    <section class="options-card sessions desk-phones" aria-labelledby="desk-phones-title">
      <div>
        <h2 id="desk-phones-title" ref={heading} tabIndex={-1}>
          {t('deskPhones.title')}
        </h2>
        <p class="secondary">{t('deskPhones.body')}</p>
      </div>
      {failure !== null && (
        <Banner
          tone="error"
          role="alert"
          icon={CircleAlert}
          title={t('deskPhones.loadFailed')}
          action={
            <Button size="small" busy={model.loading.value} onClick={() => void model.reload()}>
              {t('sessions.retry')}
            </Button>
          }
        >
          {t(why(failure))}
        </Banner>
      )}
      {outcome !== null && outcome.error !== null && (
        <Banner tone="error" role="alert" icon={CircleAlert} title={t(FAILED[outcome.deed], [outcome.name])}>
          {t(why(outcome.error))}
        </Banner>
      )}
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
      <p class={done === '' ? 'hidden-text' : 'secondary'} role="status">
        {done}
      </p>
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
    </section>
  );
}
