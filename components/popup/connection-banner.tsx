import { CloudOff, ShieldAlert } from 'lucide-preact';
import { secondsUntil } from '@/utils/models/call-duration';
import { connectionSentence } from '@/components/words/sentences';
import { lengthText } from '@/components/words/time-text';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';

/** Why calls do not reach this browser, when that will be tried again, and the way to try now. */
export function ConnectionBanner() {
  const { t } = useWords();
  const { phone, signIn } = useSurface().models;
  const { status, reason, retryAt } = phone.registration.value;
  if (status === 'rejected') {
    return (
      <Banner
        tone="error"
        icon={ShieldAlert}
        title={t(connectionSentence(reason))}
        action={
          <Button size="small" onClick={() => void signIn.refill().then(phone.signOut)}>
            {t('connection.signInAgain')}
          </Button>
        }
      >
        {t('connection.noCalls')}
      </Banner>
    );
  }
  if (status !== 'offline') return null;
  return (
    <Banner
      tone="warning"
      icon={CloudOff}
      title={t(connectionSentence(reason))}
      action={
        <Button size="small" onClick={() => void phone.reconnect()}>
          {t('connection.retryNow')}
        </Button>
      }
    >
      {t('connection.noCalls')} {retryAt !== null && <RetryCountdown at={retryAt} />}
    </Banner>
  );
}

/** Alone, so that a second that passes redraws a second, and is not read out each time. */
function RetryCountdown({ at }: { at: number }) {
  const { t, locale } = useWords();
  const { now } = useSurface().models;
  const seconds = secondsUntil(at, now.value);
  return (
    <span class="tabular" role="timer" aria-live="off">
      {t('connection.retryIn', [lengthText(seconds, locale)])}
    </span>
  );
}
