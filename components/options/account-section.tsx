import { LogOut } from 'lucide-preact';
import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { STATUS_WORDS } from '@/components/words/status-words';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { AccountFacts } from '@/components/account/account-facts';
import { SignInForm } from '@/components/account/sign-in-form';
import { SignOutDialog } from '@/components/account/sign-out-dialog';
import { ConnectionBanner } from '@/components/popup/connection-banner';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { SkeletonRows } from '@/components/ui/skeleton';
import { StatusDot } from '@/components/ui/status-dot';
import { Switch } from '@/components/ui/switch';
import { CallMethodSection } from './call-method-section';
import { DeskPhonesSection } from './desk-phones/desk-phones-section';
import { SessionsSection } from './sessions-section';

export function AccountSection() {
  const { t } = useWords();
  const { phone } = useSurface().models;
  const [leaving, setLeaving] = useState(false);
  const account = phone.account.value;
  const status = phone.status.value;
  const words = STATUS_WORDS[status];
  if (status === 'loading') return <SkeletonRows rows={2} label={t('status.loading')} />;
  if (account === null) {
    return (
      <section class="options-card options-narrow">
        <SignInForm />
      </section>
    );
  }
  return (
    <>
      <p class="options-lead">{t('options.accountBody')}</p>
      <section class="options-card">
        <div class="options-person">
          <Avatar name={account.name} size="large" />
          <div class="options-person-text">
            <b class="truncate">{account.name}</b>
            <p class="secondary truncate">{account.address}</p>
          </div>
          <span class="options-status" role="status">
            <StatusDot presence={words.presence} />
            {t(words.label)}
          </span>
        </div>
        <ConnectionBanner />
        <AccountFacts account={account} />
        <Switch label={t('receiving.label')} hint={t('receiving.hint')} checked={phone.receiving.value} onChange={(receiving) => void phone.setReceiving(receiving)} />
        <div>
          <Button icon={LogOut} onClick={() => setLeaving(true)}>
            {t('menu.signOut')}
          </Button>
        </div>
      </section>
      {account.kind === 'one' && (
        <Fragment key={`${account.address} ${account.server}`}>
          <SessionsSection />
          <DeskPhonesSection />
          <CallMethodSection />
        </Fragment>
      )}
      {leaving && <SignOutDialog onClose={() => setLeaving(false)} />}
    </>
  );
}
