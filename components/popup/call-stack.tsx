import type { DialSource } from '@/utils/domain/call/call-method';
import { useSurface } from '@/components/surface/surface-context';
import { CallCard } from '@/components/call/call-card';
import { CallsToCome } from '@/components/call/calls-to-come';
import { ConferenceCard } from '@/components/call/conference-card';
import { EndedLine } from '@/components/call/ended-line';

/** Ringing first, then what is going on, then what is on hold, then how the last one ended. */
export function CallStack({ source }: { source: DialSource }) {
  const { phone } = useSurface().models;
  return (
    <>
      <CallsToCome />
      {phone.incoming.value.map((call) => (
        <CallCard key={call.id} call={call} />
      ))}
      {phone.conference.value.length > 0 && <ConferenceCard calls={phone.conference.value} />}
      {phone.settled.value.map((call) => (
        <CallCard key={call.id} call={call} />
      ))}
      {phone.ended.value.map((call) => (
        <EndedLine key={call.id} call={call} source={source} />
      ))}
    </>
  );
}
