import type { Processing } from '@/utils/domain/audio/audio-choice';
import type { SoundModel } from '@/utils/models/sound-model';
import { useWords, type MessageKey } from '@/components/words/words';
import { Switch } from '@/components/ui/switch';

const SWITCHES: readonly { readonly key: keyof Processing; readonly label: MessageKey; readonly hint: MessageKey }[] = [
  { key: 'echoCancellation', label: 'sound.echo', hint: 'sound.echoHint' },
  { key: 'noiseSuppression', label: 'sound.noise', hint: 'sound.noiseHint' },
  { key: 'autoGainControl', label: 'sound.gain', hint: 'sound.gainHint' },
];

/** What the browser does with the microphone's sound. */
export function ProcessingCard({ model }: { model: SoundModel }) {
  const { t } = useWords();
  return (
    <section class="options-card">
      <div>
        <h2>{t('sound.processingTitle')}</h2>
        <p class="secondary">{t('sound.processingBody')}</p>
      </div>
      {SWITCHES.map(({ key, label, hint }) => (
        <Switch key={key} label={t(label)} hint={t(hint)} checked={model.choice.value[key]} onChange={(on) => void model.choose({ [key]: on })} />
      ))}
    </section>
  );
}
