import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { SignInForm } from '@/components/account/sign-in-form';
import { MicrophoneStep, type MicrophoneStepProps } from '@/components/microphone/microphone-step';
import { BrandMark } from '@/components/ui/brand-mark';
import { ReadyStep } from './ready-step';
import { Step } from './step';
import './welcome-view.css';

/** First page after installing, and the place the microphone is granted: microphone, account, done. */
export function WelcomeView(props: MicrophoneStepProps) {
  const { t } = useWords();
  const { phone } = useSurface().models;
  const account = phone.account.value;
  const granted = props.state === 'granted';
  return (
    <main class="welcome">
      <header class="welcome-head">
        <BrandMark size={48} />
        <div>
          <h1>{t('welcome.title')}</h1>
          <p>{t('welcome.lead')}</p>
        </div>
      </header>
      <ol class="welcome-steps">
        <Step number={1} title={t('welcome.stepMicrophone')} done={granted} current={!granted}>
          <MicrophoneStep {...props} />
        </Step>
        <Step number={2} title={t('welcome.stepSignIn')} done={account !== null} current={granted && account === null}>
          {account === null ? (
            <SignInForm />
          ) : (
            <div>
              <p class="lead">{t('welcome.signedIn', [account.name])}</p>
              <p class="secondary truncate">{account.address}</p>
            </div>
          )}
        </Step>
        <Step number={3} title={t('welcome.stepReady')} done={false} current={granted && account !== null}>
          <ReadyStep ready={granted && account !== null} />
        </Step>
      </ol>
    </main>
  );
}
