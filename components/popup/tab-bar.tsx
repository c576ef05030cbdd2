import { History, Phone } from 'lucide-preact';
import type { LucideIcon } from 'lucide-preact';
import { useWords, type MessageKey } from '@/components/words/words';
import { Icon } from '@/components/ui/icon';
import './tab-bar.css';

export type PopupTab = 'phone' | 'history';

const TABS: readonly { readonly tab: PopupTab; readonly icon: LucideIcon; readonly label: MessageKey }[] = [
  { tab: 'phone', icon: Phone, label: 'nav.phone' },
  { tab: 'history', icon: History, label: 'nav.history' },
];

interface TabBarProps {
  current: PopupTab;
  missed: number;
  onChoose: (tab: PopupTab) => void;
}

export function TabBar({ current, missed, onChoose }: TabBarProps) {
  const { t } = useWords();
  return (
    <nav class="tab-bar" aria-label={t('nav.label')}>
      {TABS.map(({ tab, icon, label }) => (
        <button key={tab} type="button" aria-current={tab === current ? 'page' : undefined} onClick={() => onChoose(tab)}>
          <Icon of={icon} size={18} />
          <span>{t(label)}</span>
          {tab === 'history' && missed > 0 && (
            <>
              <em aria-hidden="true">{missed > 99 ? '99+' : missed}</em>
              <span class="hidden-text">{t('nav.missedCount', [missed])}</span>
            </>
          )}
        </button>
      ))}
    </nav>
  );
}
