import { Merge, Undo2, Users } from 'lucide-preact';
import type { CallView } from '@/utils/contract/phone-state';
import { stands } from '@/utils/domain/call/call-state';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { useParty } from '@/components/surface/use-party';
import { Button } from '@/components/ui/button';
import { deliberate } from '@/components/ui/deliberate';
import './put-through.css';

/** What the call one is in, or is making, can have to do with those on hold: they are joined, talk all three, or the consultation ends. */
export function PutThrough({ call }: { call: CallView }) {
  const { phone } = useSurface().models;
  const others = phone.single.value.filter(({ id, state }) => id !== call.id && stands(state));
  const first = others.find(({ id }) => id === call.consultFor);
  if (first) return <Consultation call={call} first={first} />;
  if (call.state !== 'active') return null;
  return (
    <>
      {others.map((other) => (
        <Joining key={other.id} call={call} other={other} />
      ))}
    </>
  );
}

interface PairProps {
  call: CallView;
  other: CallView;
}

function Consultation({ call, first }: { call: CallView; first: CallView }) {
  const { t } = useWords();
  const { phone } = useSurface().models;
  const party = useParty(first.remote);
  return (
    <div class="put-through" role="group" aria-label={t('transfer.ofCall', [party.title])}>
      <p class="secondary truncate">{t('transfer.ofCall', [party.title])}</p>
      <Button look="primary" icon={Merge} onClick={deliberate(() => void phone.completeTransfer(first.id, call.id))}>
        {t('transfer.complete')}
      </Button>
      <Button icon={Undo2} onClick={deliberate(() => void phone.takeBack(first.id))}>
        {t('transfer.cancel')}
      </Button>
      {call.state === 'active' && <StartConference call={call} other={first} />}
    </div>
  );
}

function Joining({ call, other }: PairProps) {
  const { t } = useWords();
  const { phone } = useSurface().models;
  const party = useParty(other.remote);
  return (
    <div class="put-through put-through-pair" role="group" aria-label={t('transfer.with', [party.title])}>
      <p class="secondary truncate">{t('transfer.with', [party.title])}</p>
      <Button icon={Merge} onClick={deliberate(() => void phone.completeTransfer(other.id, call.id))}>
        {t('transfer.join')}
      </Button>
      <StartConference call={call} other={other} />
    </div>
  );
}

function StartConference({ call, other }: PairProps) {
  const { t } = useWords();
  const { phone } = useSurface().models;
  if (phone.conference.value.length > 0) return null;
  return (
    <Button icon={Users} onClick={deliberate(() => void phone.startConference(other.id, call.id))}>
      {t('conference.start')}
    </Button>
  );
}
