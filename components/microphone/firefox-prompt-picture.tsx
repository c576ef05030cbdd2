import { useWords } from '@/components/words/words';
import { MicrophoneSign } from './microphone-sign';

/** Firefox's question, drawn: the box to tick stands out, the rest is there to recognise it by. */
export function FirefoxPromptPicture() {
  const { t } = useWords();
  return (
    <svg class="browser-picture" viewBox="0 0 360 178" role="img" aria-label={t('welcome.firefoxPicture')}>
      <rect class="prompt-bar" x="0.5" y="0.5" width="359" height="34" rx="9" />
      <rect class="prompt-line" x="38.5" y="6.5" width="290" height="22" rx="7" />
      <MicrophoneSign x={12} y={9} />
      <rect class="prompt-card" x="8.5" y="40.5" width="330" height="136" rx="11" />
      <MicrophoneSign x={22} y={55} />
      <foreignObject x="46" y="50" width="284" height="38">
        <p class="prompt-question">{t('welcome.firefoxPrompt')}</p>
      </foreignObject>
      <rect class="prompt-halo" x="16" y="91" width="260" height="32" rx="9" />
      <rect class="prompt-check" x="25" y="99" width="16" height="16" rx="4" />
      <path class="prompt-tick" d="m29 107 3 3 5.5-6" />
      <text class="prompt-strong" x="50" y="111.5">
        {t('welcome.firefoxRemember')}
      </text>
      <rect class="prompt-no" x="142" y="134" width="88" height="32" rx="8" />
      <text x="186" y="154.5" text-anchor="middle">
        {t('welcome.firefoxBlock')}
      </text>
      <rect class="prompt-yes" x="238" y="134" width="88" height="32" rx="8" />
      <text class="prompt-on-accent" x="282" y="154.5" text-anchor="middle">
        {t('welcome.firefoxAllow')}
      </text>
    </svg>
  );
}
