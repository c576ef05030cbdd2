import { ChevronDown, Settings } from 'lucide-preact';
import { useCallback, useRef, useState } from 'preact/hooks';
import { STATUS_WORDS } from '@/components/words/status-words';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { useNumber } from '@/components/surface/use-number';
import { Icon } from '@/components/ui/icon';
import { IconButton } from '@/components/ui/icon-button';
import { StatusDot } from '@/components/ui/status-dot';
import { AccountMenu } from './account-menu';
import { SignOutDialog } from './sign-out-dialog';
import './account-header.css';

/** Status in one glance, with name and number; it opens what belongs to the account. */
export function AccountHeader() {
  const { t } = useWords();
  const { models, actions } = useSurface();
  const { label, presence } = STATUS_WORDS[models.phone.status.value];
  const account = models.phone.account.value;
  // Connected, and yet nothing rings: that must not be forgotten.
  const words = account && !models.phone.receiving.value ? `${t(label)} · ${t('receiving.off')}` : t(label);
  const number = useNumber(account?.number ?? account?.extension ?? '');
  const [open, setOpen] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = useCallback(() => {
    setOpen(false);
    opener.current?.focus();
  }, []);

  return (
    <header class="account-header">
      <h1 class="hidden-text">{t('app.name')}</h1>
      <span class="hidden-text" role="status">
        {words}
      </span>
      <button
        type="button"
        ref={opener}
        class="account-status"
        aria-haspopup="menu"
        aria-expanded={open}
        disabled={account === null}
        onClick={() => setOpen(!open)}
      >
        <StatusDot presence={presence} />
        <span class="account-status-text">
          <b class="truncate">{words}</b>
          {account && <small class="secondary truncate tabular">{[account.name, number].filter(Boolean).join(' · ')}</small>}
        </span>
        {account && <Icon of={ChevronDown} />}
        <span class="hidden-text">{t('menu.open')}</span>
      </button>
      {actions.openSettings && <IconButton icon={Settings} size={17} label={t('menu.settings')} onClick={actions.openSettings} />}
      {open && account && <AccountMenu account={account} opener={opener} onClose={close} onSignOut={() => setLeaving(true)} />}
      {leaving && <SignOutDialog onClose={() => setLeaving(false)} />}
    </header>
  );
}
