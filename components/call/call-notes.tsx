import { MicOff, Pause, type LucideIcon } from 'lucide-preact';
import type { CallView } from '@/utils/contract/phone-state';
import { useWords, type MessageKey } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import './call-notes.css';

/** Why one of the two hears nothing. */
export function CallNotes({ call }: { call: CallView }) {
  const { t } = useWords();
  const { openCallWindow } = useSurface().actions;
  if (call.microphoneLost) {
    return (
      <div class="call-note call-note-lost" role="alert">
        <Icon of={MicOff} />
        <span>{t('call.microphoneLost')}</span>
        {openCallWindow && (
          <Button size="small" onClick={() => openCallWindow()}>
            {t('call.openCallWindow')}
          </Button>
        )}
      </div>
    );
  }
  // Held here, nobody hears anything anyway.
  if (call.state === 'held') return null;
  return (
    <>
      {call.heldByRemote && <Note icon={Pause} text="call.heldByRemote" />}
      {call.muted && <Note icon={MicOff} text="call.mutedNote" />}
    </>
  );
}

function Note({ icon, text }: { icon: LucideIcon; text: MessageKey }) {
  const { t } = useWords();
  return (
    <div class="call-note" role="status">
      <Icon of={icon} />
      <span>{t(text)}</span>
    </div>
  );
}
