import { Mic, MicOff, UserRound, Users } from 'lucide-preact';
import type { CallView } from '@/utils/contract/phone-state';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { useParty } from '@/components/surface/use-party';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { deliberate } from '@/components/ui/deliberate';
import { HangUp } from '@/components/ui/hang-up-icon';
import { Icon } from '@/components/ui/icon';
import { IconButton } from '@/components/ui/icon-button';
import { AudioNotes } from './audio-notes';
import { CallTimer } from './call-timer';
import { QualityNote } from './quality-note';
import './call-card.css';
import './conference-card.css';

/** Two calls that are one conversation: who is in it, one microphone for both, and the ways out. */
export function ConferenceCard({ calls }: { calls: readonly CallView[] }) {
  const { t } = useWords();
  const { phone } = useSurface().models;
  const [first] = calls;
  if (!first) return null;
  const warning = calls.map(({ quality }) => quality).find((one) => one !== null);
  const hangUpAll = deliberate(() => {
    for (const { id } of calls) void phone.hangUp(id);
  });
  return (
    <section class="call-card conference-card" aria-label={t('conference.title')}>
      <div class="conference-title" role="status">
        <Icon of={Users} size={18} />
        <b>{t('conference.title')}</b>
      </div>
      <ul>
        {calls.map((call) => (
          <Member key={call.id} call={call} />
        ))}
      </ul>
      <AudioNotes />
      {warning !== undefined && <QualityNote warning={warning} />}
      <div class="conference-actions">
        <Button icon={first.muted ? MicOff : Mic} pressed={first.muted} onClick={() => void phone.setMuted(first.id, !first.muted)}>
          {t('call.mute')}
        </Button>
        <Button look="end" icon={HangUp} onClick={hangUpAll}>
          {t('conference.end')}
        </Button>
      </div>
    </section>
  );
}

function Member({ call }: { call: CallView }) {
  const { t } = useWords();
  const { phone } = useSurface().models;
  const party = useParty(call.remote);
  return (
    <li>
      <Avatar name={party.name} presence="busy" />
      <span class="conference-name truncate" title={party.title}>
        {party.title}
      </span>
      <CallTimer call={call} />
      <IconButton icon={UserRound} label={t('conference.split', [party.title])} onClick={deliberate(() => void phone.split(call.id))} />
      <IconButton icon={HangUp} look="end" label={t('conference.hangUp', [party.title])} onClick={deliberate(() => void phone.hangUp(call.id))} />
    </li>
  );
}
