import { CircleAlert, MicOff, Volume2 } from 'lucide-preact';
import { useEffect } from 'preact/hooks';
import type { SoundModel } from '@/utils/models/sound-model';
import { microphoneFaultSentence } from '@/components/words/sentences';
import { useWords } from '@/components/words/words';
import { MicrophoneStep, type MicrophoneStepProps } from '@/components/microphone/microphone-step';
import { useSurface } from '@/components/surface/surface-context';
import { Banner } from '@/components/ui/banner';
import { Slider } from '@/components/ui/slider';
import { DeviceField } from './device-field';
import { HeadsetCard } from './headset-card';
import { LevelMeter } from './level-meter';
import { MicrophoneTest } from './microphone-test';
import { ProcessingCard } from './processing-card';
import { RingCard } from './ring-card';
import { volumeText } from './volume-text';
import './sound-section.css';

interface SoundSectionProps extends Pick<MicrophoneStepProps, 'browser'> {
  model: SoundModel;
  onAskMicrophone: () => void;
}

/** Devices, volumes, ring and processing. Every change holds at once, in a call too. */
export function SoundSection({ model, browser, onAskMicrophone }: SoundSectionProps) {
  const { t, locale } = useWords();
  const { phone } = useSurface().models;
  const microphone = phone.microphone.value;
  const { speakerVolume } = model.choice.value;
  const fault = model.meterFault.value;
  useEffect(() => model.open(), [model]);
  return (
    <div class="sound-section">
      <p class="options-lead">{t('sound.lead')}</p>
      {model.failed.value && <Banner tone="error" role="alert" icon={CircleAlert} title={t('sound.notSaved')} />}
      {microphone !== 'granted' && (
        <section class="options-card stack">
          <MicrophoneStep state={microphone} browser={browser} asking={false} onAsk={onAskMicrophone} />
        </section>
      )}
      <section class="options-card">
        <h2>{t('sound.callTitle')}</h2>
        <DeviceField model={model} role="microphone" label="sound.microphone" />
        {microphone === 'granted' && fault === null && <LevelMeter level={model.level} />}
        {microphone === 'granted' && fault !== null && <Banner tone="warning" icon={MicOff} title={t(microphoneFaultSentence(fault))} />}
        {model.choosesOutputs && <DeviceField model={model} role="speaker" label="sound.speaker" />}
        <Slider
          label={t('sound.speakerVolume')}
          icon={Volume2}
          value={speakerVolume}
          text={volumeText(speakerVolume, locale)}
          onInput={(volume) => void model.choose({ speakerVolume: volume })}
        />
        {!model.choosesOutputs && <p class="secondary">{t('sound.outputsFirefox')}</p>}
      </section>
      <HeadsetCard model={model.headset} />
      <RingCard model={model} />
      <MicrophoneTest test={model.test} disabled={microphone !== 'granted' || fault !== null} />
      <ProcessingCard model={model} />
    </div>
  );
}
