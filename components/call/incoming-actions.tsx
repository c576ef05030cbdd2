import { Phone } from 'lucide-preact';
import type { CallView } from '@/utils/contract/phone-state';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { Button } from '@/components/ui/button';
import { HangUp } from '@/components/ui/hang-up-icon';
import { trusted } from '@/components/ui/trusted';
import './incoming-actions.css';

/** The one decision of a ringing phone. Only a person's own click counts, here as on a web page. */
export function IncomingActions({ call }: { call: CallView }) {
  const { t } = useWords();
  const { phone } = useSurface().models;
  return (
    <div class="incoming-actions">
      <Button look="decline" size="large" icon={HangUp} onClick={trusted(() => void phone.decline(call.id))}>
        {t('call.decline')}
      </Button>
      <Button look="answer" size="large" icon={Phone} onClick={trusted(() => void phone.answer(call.id))}>
        {t('call.answer')}
      </Button>
    </div>
  );
}
