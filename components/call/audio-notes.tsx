import { Headphones, MicOff } from 'lucide-preact';
import { microphoneKeptSentence, missingDeviceSentence } from '@/components/words/sentences';
import { useWords } from '@/components/words/words';
import { useSurface } from '@/components/surface/surface-context';
import { Button } from '@/components/ui/button';
import { CallNote } from './call-note';

/** What is not as it was chosen, while one talks: a device that is not there, a microphone that could not take over. */
export function AudioNotes() {
  const { t } = useWords();
  const { models, actions } = useSurface();
  const { missing, microphoneFault } = models.phone.audio.value;
  const heard = missing.filter(({ role }) => role === 'microphone' || role === 'speaker');
  const settings = actions.openSound && (
    <Button size="small" onClick={() => actions.openSound?.()}>
      {t('sound.openSettings')}
    </Button>
  );
  return (
    <>
      {heard.map(({ role, label }) => (
        <CallNote key={role} icon={Headphones} text={t(missingDeviceSentence(role), [label])} />
      ))}
      {microphoneFault && <CallNote icon={MicOff} role="alert" text={t(microphoneKeptSentence(microphoneFault))} action={settings} />}
    </>
  );
}
