import { useState } from 'preact/hooks';
import { useSurface } from '@/components/surface/surface-context';
import { DialField } from '@/components/dialer/dial-field';
import { RecentCalls } from '@/components/history/recent-calls';
import { CallStack } from './call-stack';

const RECENT = 8;

/** Calls, the field to make one, and the last ones. */
export function PhoneView({ onShowHistory }: { onShowHistory: () => void }) {
  const { phone } = useSurface().models;
  const [pad, setPad] = useState(true);
  return (
    <>
      <CallStack source="popup" />
      {!phone.busy.value && <DialField padShown={pad} onTogglePad={() => setPad(!pad)} />}
      <RecentCalls count={RECENT} onShowAll={onShowHistory} />
    </>
  );
}
