import { Phone } from 'lucide-preact';
import type { CallView } from '@/utils/contract/phone-state';
import type { Others } from '@/utils/domain/call/focus';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { Button } from '@/components/ui/button';
import { deliberate } from '@/components/ui/deliberate';
import { HangUp } from '@/components/ui/hang-up-icon';
import './incoming-actions.css';

/** The one decision of a ringing phone, and what it means for the call one is in. Only a person's own click counts, here as on a web page. */
export function IncomingActions({ call }: { call: CallView }) {
  const { t } = useWords();
  const { phone } = useSurface().models;
  const engaged = phone.engaged.value;
  const decline = deliberate(() => void phone.decline(call.id));
  const answer = (others?: Others) => deliberate(() => void phone.answer(call.id, others));

  if (engaged === 'talking') {
    return (
      <div class="incoming-actions incoming-actions-waiting">
        <Button look="answer" size="large" icon={Phone} onClick={answer('hold')}>
          {t('call.answerAndHold')}
        </Button>
        <Button look="decline" icon={HangUp} onClick={decline}>
          {t('call.decline')}
        </Button>
        <Button onClick={answer('end')}>{t('call.endAndAnswer')}</Button>
      </div>
    );
  }
  return (
    <div class="incoming-actions">
      <Button look="decline" size="large" icon={HangUp} onClick={decline}>
        {t('call.decline')}
      </Button>
      {engaged === 'setting-up' ? (
        // A call that nobody has answered cannot be held.
        <Button look="answer" size="large" icon={Phone} onClick={answer('end')}>
          {t('call.endAndAnswer')}
        </Button>
      ) : (
        <Button look="answer" size="large" icon={Phone} onClick={answer()}>
          {t('call.answer')}
        </Button>
      )}
    </div>
  );
}
