import { CircleUserRound, Info, LifeBuoy, PhoneCall, Stethoscope, Volume2 } from 'lucide-preact';
import type { LucideIcon } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import type { SoundModel } from '@/utils/models/sound-model';
import { useWords, type MessageKey } from '@/components/words/words';
import { NumbersSection, type NumbersSectionProps } from '@/components/numbers/numbers-section';
import { SelfTestSection, type SelfTestSectionProps } from '@/components/self-test/self-test-section';
import { SoundSection } from '@/components/sound/sound-section';
import { useSurface } from '@/components/surface/surface-context';
import { BrandMark } from '@/components/ui/brand-mark';
import { Icon } from '@/components/ui/icon';
import { AboutSection } from './about-section';
import { AccountSection } from './account-section';
import { HelpSection } from './help-section';
import './options-view.css';

type Section = 'account' | 'numbers' | 'sound' | 'self-test' | 'help' | 'about';

const SECTIONS: readonly { readonly section: Section; readonly icon: LucideIcon; readonly label: MessageKey; readonly nav?: MessageKey }[] = [
  { section: 'account', icon: CircleUserRound, label: 'options.account' },
  { section: 'numbers', icon: PhoneCall, label: 'pageNumbers.title', nav: 'pageNumbers.nav' },
  { section: 'sound', icon: Volume2, label: 'sound.title' },
  { section: 'self-test', icon: Stethoscope, label: 'selfTest.nav' },
  { section: 'help', icon: LifeBuoy, label: 'options.help' },
  { section: 'about', icon: Info, label: 'options.about' },
];

const sectionOf = (hash: string): Section => SECTIONS.find(({ section }) => hash === `#${section}`)?.section ?? 'account';

interface OptionsViewProps {
  browser: 'chrome' | 'firefox';
  version: string;
  /** Asked on the page that explains it. */
  onAskMicrophone: () => void;
  numbers: NumbersSectionProps;
  selfTest: SelfTestSectionProps;
  sound: SoundModel;
}

/** Settings: sections at the left, one at a time, each with its own address. */
export function OptionsView({ browser, version, onAskMicrophone, numbers, selfTest, sound }: OptionsViewProps) {
  const { t } = useWords();
  const { log } = useSurface().models;
  const [current, setCurrent] = useState(sectionOf(location.hash));
  useEffect(() => {
    const follow = () => setCurrent(sectionOf(location.hash));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  const title = SECTIONS.find(({ section }) => section === current)?.label ?? 'options.title';

  return (
    <div class="options">
      <nav aria-label={t('options.nav')}>
        <div class="options-brand">
          <BrandMark size={32} />
          <b>{t('app.name')}</b>
        </div>
        {SECTIONS.map(({ section, icon, label, nav = label }) => (
          <a key={section} href={`#${section}`} aria-current={section === current ? 'page' : undefined}>
            <Icon of={icon} size={17} />
            {t(nav)}
          </a>
        ))}
      </nav>
      <main>
        <h1>{t(title)}</h1>
        {current === 'account' && <AccountSection />}
        {current === 'numbers' && <NumbersSection {...numbers} />}
        {current === 'sound' && <SoundSection model={sound} browser={browser} onAskMicrophone={onAskMicrophone} />}
        {current === 'self-test' && <SelfTestSection {...selfTest} />}
        {current === 'help' && log && <HelpSection log={log} />}
        {current === 'about' && <AboutSection version={version} />}
      </main>
    </div>
  );
}
