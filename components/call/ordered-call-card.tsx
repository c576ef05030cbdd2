import type { OrderedCall } from '@/utils/contract/ordered-call';
import { useWords, type MessageKey } from '@/components/words/words';
import { useParty } from '@/components/surface/use-party';
import { useSurface } from '@/components/surface/surface-context';
import { Button } from '@/components/ui/button';
import './method-question.css';

function progressOf({ state, end, via }: OrderedCall): MessageKey {
  switch (state) {
    case 'calling-phone':
      return via === 'mobile' ? 'orderedCall.callingMobile' : 'orderedCall.callingPhone';
    case 'calling-number':
      return 'orderedCall.callingNumber';
    case 'connected':
      return 'orderedCall.connected';
    case 'ended':
      if (end === 'phone-failed') return 'orderedCall.phoneFailed';
      return end === 'number-failed' ? 'orderedCall.numberFailed' : 'orderedCall.over';
  }
}

/** A call that the server sets up with another phone: how it is coming along, and the way to stop it. */
export function OrderedCallCard({ call }: { call: OrderedCall }) {
  const { t } = useWords();
  const { phone } = useSurface().models;
  const party = useParty({ number: call.target, name: null });
  const underway = call.state === 'calling-phone' || call.state === 'calling-number';
  return (
    <section class="ordered-call" aria-label={party.title}>
      <b class="truncate">{party.title}</b>
      <p class="secondary" role="status">
        {t(progressOf(call))}
      </p>
      {underway && <Button onClick={() => void phone.cancelOrdered(call.id)}>{t('signOut.cancel')}</Button>}
    </section>
  );
}
