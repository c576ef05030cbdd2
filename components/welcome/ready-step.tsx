import { PhoneOutgoing } from 'lucide-preact';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { CallCard } from '@/components/call/call-card';
import { EndedLine } from '@/components/call/ended-line';
import { Button } from '@/components/ui/button';

/** The test call is made and shown here, so that the first success is on this page. */
export function ReadyStep({ ready }: { ready: boolean }) {
  const { t } = useWords();
  const { phone } = useSurface().models;
  const echo = phone.account.value?.echoNumber ?? null;
  if (!ready) return <p class="lead">{t('welcome.readyLater')}</p>;
  return (
    <>
      <p class="lead">{t('welcome.readyBody')}</p>
      {phone.live.value.map((call) => (
        <CallCard key={call.id} call={call} />
      ))}
      {phone.ended.value.map((call) => (
        <EndedLine key={call.id} call={call} source="popup" />
      ))}
      {echo !== null && phone.live.value.length === 0 && (
        <div class="action-row">
          <Button look="primary" size="large" icon={PhoneOutgoing} onClick={() => void phone.redial(echo, 'popup')}>
            {t('welcome.testCall')}
          </Button>
          <span class="secondary">{t('welcome.testCallBody')}</span>
        </div>
      )}
    </>
  );
}
