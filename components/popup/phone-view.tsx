import { useState } from 'preact/hooks';
import { useSurface } from '@/components/surface/surface-context';
import { DialField } from '@/components/dialer/dial-field';
import { RecentCalls } from '@/components/history/recent-calls';
import { CallStack } from './call-stack';

const RECENT = 8;

/** Calls, the field to make one (or one more), and the last ones. */
export function PhoneView({ onShowHistory }: { onShowHistory: () => void }) {
  const { phone } = useSurface().models;
  const idle = phone.live.value.length === 0;
  const [chosen, setChosen] = useState<boolean | null>(null);
  // Beside a call the keys of a pad would be taken for those of the call.
  const pad = chosen ?? idle;
  return (
    <>
      <CallStack source="popup" />
      {!phone.busy.value && <DialField padShown={pad} onTogglePad={() => setChosen(!pad)} takesFocus={idle} />}
      <RecentCalls count={RECENT} onShowAll={onShowHistory} />
    </>
  );
}
