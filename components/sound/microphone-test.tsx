import { CircleCheck, Mic, Square, TriangleAlert, Volume2 } from 'lucide-preact';
import type { MicrophoneTest as TestModel, TestStep, TestVerdict } from '@/utils/models/microphone-test-model';
import { useWords, type MessageKey } from '@/components/words/words';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';

interface MicrophoneTestProps {
  test: TestModel;
  /** There is no open microphone to test. */
  disabled: boolean;
}

const STEP: Readonly<Record<Exclude<TestStep, 'idle'>, MessageKey>> = { recording: 'sound.testRecording', playing: 'sound.testPlaying' };
const VERDICT: Readonly<Record<TestVerdict, MessageKey>> = { heard: 'sound.testHeard', silent: 'sound.testSilent', failed: 'sound.testFailed' };

/** Says back what is said. */
export function MicrophoneTest({ test, disabled }: MicrophoneTestProps) {
  const { t } = useWords();
  const step = test.step.value;
  const verdict = test.verdict.value;
  const idle = step === 'idle';
  return (
    <section class="options-card">
      <div>
        <h2>{t('sound.testTitle')}</h2>
        <p class="secondary">{t('sound.testBody')}</p>
      </div>
      <div class="sound-row">
        <Button icon={idle ? Mic : Square} disabled={disabled} onClick={() => void test.toggle()}>
          {t(idle ? 'sound.testStart' : 'sound.stop')}
        </Button>
        <p class={`sound-status ${idle && verdict ? `sound-${verdict}` : ''}`} role="status">
          {!idle && (
            <>
              <Icon of={step === 'recording' ? Mic : Volume2} size={16} /> {t(STEP[step])}
            </>
          )}
          {idle && verdict && (
            <>
              <Icon of={verdict === 'heard' ? CircleCheck : TriangleAlert} size={16} /> {t(VERDICT[verdict])}
            </>
          )}
        </p>
      </div>
    </section>
  );
}
