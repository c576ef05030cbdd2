import { Bell, Play, Square } from 'lucide-preact';
import { RING_TONES, type RingToneName } from '@/utils/domain/audio/audio-choice';
import type { SoundModel } from '@/utils/models/sound-model';
import { useWords, type MessageKey } from '@/components/words/words';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/select-field';
import { Slider } from '@/components/ui/slider';
import { DeviceField } from './device-field';
import { volumeText } from './volume-text';

const TONE: Readonly<Record<RingToneName, MessageKey>> = {
  trill: 'sound.toneTrill',
  chime: 'sound.toneChime',
  marimba: 'sound.toneMarimba',
  harp: 'sound.toneHarp',
  pulse: 'sound.tonePulse',
};

/** Where, how loud and with what it rings. */
export function RingCard({ model }: { model: SoundModel }) {
  const { t, locale } = useWords();
  const { ringTone, ringVolume } = model.choice.value;
  const ringing = model.ringing.value;
  return (
    <section class="options-card">
      <h2>{t('sound.ringTitle')}</h2>
      {model.choosesOutputs && (
        <>
          <DeviceField model={model} role="ring" label="sound.ring" />
          <DeviceField model={model} role="extraRing" label="sound.extraRing" />
        </>
      )}
      <div class="sound-tone">
        <SelectField
          label={t('sound.ringTone')}
          name="ringTone"
          value={ringTone}
          options={RING_TONES.map((value) => ({ value, label: t(TONE[value]) }))}
          onChange={(value) => void model.choose({ ringTone: value as RingToneName })}
        />
        <Button icon={ringing ? Square : Play} onClick={() => model.tryRing()}>
          {t(ringing ? 'sound.stop' : 'sound.listen')}
        </Button>
      </div>
      <Slider
        label={t('sound.ringVolume')}
        icon={Bell}
        value={ringVolume}
        text={volumeText(ringVolume, locale)}
        onInput={(volume) => void model.choose({ ringVolume: volume })}
      />
    </section>
  );
}
