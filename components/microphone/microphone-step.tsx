import { CircleCheck, Mic, TriangleAlert } from 'lucide-preact';
import type { MicrophoneState } from '@/utils/contract/phone-state';
import { useWords } from '@/components/words/words';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { DeniedPicture } from './denied-picture';
import { FirefoxPromptPicture } from './firefox-prompt-picture';
import './microphone-step.css';

export interface MicrophoneStepProps {
  state: MicrophoneState;
  browser: 'chrome' | 'firefox';
  /** The browser's own question is open. */
  asking: boolean;
  /** Opens it; needs a person's click. */
  onAsk: () => void;
}

/** What the microphone is for, how to allow it, and the way out when it was refused or is not there. */
export function MicrophoneStep({ state, browser, asking, onAsk }: MicrophoneStepProps) {
  const { t } = useWords();
  if (state === 'granted') {
    return (
      <p class="microphone-granted">
        <CircleCheck size={17} strokeWidth={1.9} aria-hidden="true" />
        <span>
          {t('microphone.granted')}. {t('microphone.grantedBody')}
        </span>
      </p>
    );
  }
  const denied = state === 'denied';
  return (
    <>
      <p class="lead">{t('welcome.microphoneWhy')}</p>
      {(denied || state === 'missing') && (
        <Banner
          tone="warning"
          icon={TriangleAlert}
          role="alert"
          title={t(denied ? 'microphone.deniedTitle' : 'microphone.missingTitle')}
        >
          {denied ? t(browser === 'firefox' ? 'welcome.deniedFirefox' : 'welcome.deniedChrome') : t('microphone.missingBody')}
        </Banner>
      )}
      {!denied && (
        <p class="lead">
          {t(browser === 'firefox' ? 'welcome.firefoxHow' : 'welcome.microphoneHow')}
        </p>
      )}
      {denied && <DeniedPicture browser={browser} />}
      {browser === 'firefox' && !denied && <FirefoxPromptPicture />}
      <div class="action-row">
        <Button look="primary" size="large" icon={Mic} busy={asking} onClick={onAsk}>
          {t(denied || state === 'missing' ? 'welcome.tryAgain' : 'welcome.allow')}
        </Button>
        {asking && (
          <span class="secondary" role="status">
            {t('welcome.asking')}
          </span>
        )}
      </div>
    </>
  );
}
