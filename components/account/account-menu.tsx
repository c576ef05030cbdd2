import { Globe, LogOut, Mic, PanelRight, PhoneIncoming, PhoneOutgoing } from 'lucide-preact';
import type { MutableRef } from 'preact/hooks';
import type { AccountView } from '@/utils/contract/phone-state';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { Menu, MenuItem, MenuSwitch } from '@/components/ui/menu';
import { AccountFacts } from './account-facts';
import './account-menu.css';

interface AccountMenuProps {
  account: AccountView;
  opener: MutableRef<HTMLElement | null>;
  onClose: () => void;
  onSignOut: () => void;
}

export function AccountMenu({ account, opener, onClose, onSignOut }: AccountMenuProps) {
  const { t } = useWords();
  const { models, actions } = useSurface();
  const { echoNumber } = account;
  const { siteSwitch } = models;
  const site = siteSwitch?.site.value ?? null;
  const choose = (run: () => void) => () => {
    onClose();
    run();
  };
  return (
    <Menu
      label={t('menu.open')}
      opener={opener}
      onClose={onClose}
      header={
        <div class="account-card">
          <b class="truncate">{account.name}</b>
          <p class="secondary truncate">{account.address}</p>
          <AccountFacts account={account} />
        </div>
      }
    >
      {echoNumber !== null && models.phone.live.value.length === 0 && (
        <MenuItem icon={PhoneOutgoing} onClick={choose(() => void models.phone.redial(echoNumber, 'popup'))}>
          {t('menu.testCall')}
        </MenuItem>
      )}
      <MenuSwitch icon={PhoneIncoming} checked={models.phone.receiving.value} onClick={() => void models.phone.setReceiving(!models.phone.receiving.value)}>
        {t('receiving.label')}
      </MenuSwitch>
      {siteSwitch !== null && site !== null && (
        <MenuSwitch icon={Globe} checked={siteSwitch.on.value} onClick={() => void siteSwitch.toggle()}>
          {t('pageNumbers.onSite', [site])}
        </MenuSwitch>
      )}
      {actions.openSidePanel && (
        <MenuItem icon={PanelRight} onClick={choose(() => actions.openSidePanel?.())}>
          {t('menu.sidePanel')}
        </MenuItem>
      )}
      {actions.openWelcome && (
        <MenuItem icon={Mic} onClick={choose(() => actions.openWelcome?.())}>
          {t('menu.microphone')}
        </MenuItem>
      )}
      <MenuItem icon={LogOut} onClick={choose(onSignOut)}>
        {t('menu.signOut')}
      </MenuItem>
    </Menu>
  );
}
