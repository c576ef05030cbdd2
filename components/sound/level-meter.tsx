import { shownLevel } from '@/utils/domain/audio/shown-level';
import type { SoundModel } from '@/utils/models/sound-model';
import { useWords } from '@/components/words/words';

/** How loud the microphone is, now. */
export function LevelMeter({ level }: Pick<SoundModel, 'level'>) {
  const { t } = useWords();
  const lit = Math.round(shownLevel(level.value) * 100);
  return (
    <div class="level-meter">
      <span id="level-meter-label">{t('sound.level')}</span>
      <div role="meter" aria-labelledby="level-meter-label" aria-valuemin={0} aria-valuemax={100} aria-valuenow={lit}>
        <div class="level-meter-lit" style={{ '--lit': `${lit}%` }} />
      </div>
    </div>
  );
}
