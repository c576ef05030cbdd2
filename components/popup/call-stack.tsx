import type { DialSource } from '@/utils/models/phone-model';
import { useSurface } from '@/components/surface/surface-context';
import { CallCard } from '@/components/call/call-card';
import { ConferenceCard } from '@/components/call/conference-card';
import { MethodQuestion } from '@/components/call/method-question';
import { OrderedCallCard } from '@/components/call/ordered-call-card';
import { EndedLine } from '@/components/call/ended-line';

/** Ringing first, then what is going on, then what is on hold, then how the last one ended. */
export function CallStack({ source }: { source: DialSource }) {
  const { phone } = useSurface().models;
  return (
    <>
      {phone.asking.value && <MethodQuestion asking={phone.asking.value} />}
      {phone.ordered.value.map((call) => (
        <OrderedCallCard key={call.id} call={call} />
      ))}
      {phone.conference.value.length > 0 && <ConferenceCard calls={phone.conference.value} />}
      {phone.single.value.map((call) => (
        <CallCard key={call.id} call={call} />
      ))}
      {phone.ended.value.map((call) => (
        <EndedLine key={call.id} call={call} source={source} />
      ))}
    </>
  );
}
