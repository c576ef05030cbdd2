import { useSurface } from '@/components/surface/surface-context';
import { MethodQuestion } from './method-question';
import { OrderedCallCard } from './ordered-call-card';

/** What is no call of this phone: a number that waits for its method, and those that another phone calls. */
export function CallsToCome() {
  const { phone } = useSurface().models;
  const asking = phone.asking.value;
  return (
    <>
      {asking && <MethodQuestion key={asking.askedAt} asking={asking} />}
      {phone.ordered.value.map((call) => (
        <OrderedCallCard key={call.id} call={call} />
      ))}
    </>
  );
}
