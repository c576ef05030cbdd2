import { MicOff } from 'lucide-preact';
import type { CallView } from '@/utils/contract/phone-state';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import './call-notes.css';

/** Why the other side hears nothing. */
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
  if (!call.muted) return null;
  return (
    <div class="call-note" role="status">
      <Icon of={MicOff} />
      <span>{t('call.mutedNote')}</span>
    </div>
  );
}
