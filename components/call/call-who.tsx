import type { ComponentChildren } from 'preact';
import type { CallView } from '@/utils/contract/phone-state';
import type { Presence } from '@/components/words/status-words';
import { useWords } from '@/components/words/words';
import { useParty } from '@/components/surface/use-party';
import { Avatar } from '@/components/ui/avatar';
import './call-who.css';

interface CallWhoProps {
  call: CallView;
  size?: 'medium' | 'large';
  /** In place of the number. */
  detail?: ComponentChildren;
}

function presenceOf(call: CallView): Presence {
  if (call.state === 'active' || call.state === 'answering') return 'busy';
  return call.state === 'ended' || call.state === 'held' || call.state === 'transferring' ? 'away' : 'ringing';
}

/** Who it is: picture, name, and the number (or the direction when the number is the name). */
export function CallWho({ call, size = 'medium', detail: instead }: CallWhoProps) {
  const { t } = useWords();
  const party = useParty(call.remote);
  const direction = t(call.direction === 'incoming' ? 'call.incoming' : 'call.outgoing');
  // The panel's strip says the direction already.
  const detail = instead ?? party.detail ?? (size === 'large' ? null : direction);
  return (
    <div class={`call-who call-who-${size}`}>
      <Avatar name={party.name} presence={presenceOf(call)} size={size} />
      <div class="call-who-text">
        <div class="call-who-name truncate" title={party.title}>
          {party.title}
        </div>
        {detail !== null && <div class="secondary truncate tabular">{detail}</div>}
      </div>
    </div>
  );
}
