import { CircleAlert, Headphones, Lightbulb, RotateCw } from 'lucide-preact';
import { useEffect } from 'preact/hooks';
import type { HeadsetView } from '@/utils/contract/audio';
import type { HeadsetControl } from '@/utils/domain/headset/headset-layout';
import type { HeadsetModel } from '@/utils/models/headset-model';
import { useWords, type MessageKey } from '@/components/words/words';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { StatusDot } from '@/components/ui/status-dot';

type Problem = NonNullable<HeadsetModel['problem']['value']>;

const STATUS: Readonly<Record<Exclude<HeadsetView['status'], 'none'>, MessageKey>> = {
  connected: 'headset.connected',
  missing: 'headset.missing',
  failed: 'headset.failed',
};
const PRESSED: Readonly<Record<HeadsetControl, MessageKey>> = {
  hook: 'headset.pressedHook',
  mute: 'headset.pressedMute',
  flash: 'headset.pressedFlash',
  redial: 'headset.pressedRedial',
};
const PROBLEM: Readonly<Record<Problem, MessageKey>> = {
  none: 'headset.noneChosen',
  refused: 'headset.refused',
  useless: 'headset.useless',
  'not-saved': 'sound.notSaved',
};

/** Whose buttons answer, hang up and mute. */
export function HeadsetCard({ model }: { model: HeadsetModel }) {
  const { t } = useWords();
  const headset = model.headset.value;
  const problem = model.problem.value;
  useEffect(() => model.open(), [model]);
  return (
    <section class="options-card headset-card" aria-labelledby="headset-title">
      <div>
        <h2 id="headset-title">{t('headset.title')}</h2>
        <p class="secondary">{t(model.supported ? 'headset.body' : 'headset.firefox')}</p>
      </div>
      {model.supported && (
        <>
          {headset && <Chosen model={model} name={headset.label} />}
          {problem !== null && <Banner tone={problem === 'none' ? 'quiet' : 'error'} role={problem === 'none' ? 'status' : 'alert'} icon={CircleAlert} title={t(PROBLEM[problem])} />}
          <div class="options-buttons">
            <Button icon={Headphones} busy={model.asking.value} onClick={() => void model.connect()}>
              {t(headset && model.view.value.status !== 'missing' ? 'headset.connectOther' : 'headset.connect')}
            </Button>
            {model.view.value.status === 'failed' && (
              <Button icon={RotateCw} onClick={() => void model.retry()}>
                {t('headset.retry')}
              </Button>
            )}
            {headset && <Button onClick={() => void model.disconnect()}>{t('headset.disconnect')}</Button>}
          </div>
        </>
      )}
    </section>
  );
}

function Chosen({ model, name }: { model: HeadsetModel; name: string }) {
  const { t } = useWords();
  const { status } = model.view.value;
  const pressed = model.pressed.value;
  return (
    <>
      <div class="headset-name">
        <StatusDot presence={status === 'connected' ? 'free' : 'away'} />
        <div>
          <b>{name}</b>
          <p class="secondary" role="status">
            {status !== 'none' && t(STATUS[status])}
          </p>
        </div>
      </div>
      {status === 'connected' && (
        <div class="sound-row">
          <Button icon={Lightbulb} disabled={!model.canTryLights.value} onClick={() => void model.tryLights()}>
            {t('headset.tryLights')}
          </Button>
          <p class="sound-status" role="status">
            {pressed ? t('headset.pressed', [pressed.count, t(PRESSED[pressed.control])]) : t('headset.press')}
          </p>
        </div>
      )}
    </>
  );
}
