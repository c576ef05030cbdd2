import { useWords } from '@/components/words/words';
import { MicrophoneSign } from './microphone-sign';

/** The address bar, drawn, with what takes the block away standing out. */
export function DeniedPicture({ browser }: { browser: 'chrome' | 'firefox' }) {
  return browser === 'firefox' ? <FirefoxDenied /> : <ChromeDenied />;
}

/** The icon at the left of the address, and the switch behind it. */
function ChromeDenied() {
  const { t } = useWords();
  return (
    <svg class="browser-picture" viewBox="0 0 360 128" role="img" aria-label={t('welcome.chromeDeniedPicture')}>
      <rect class="prompt-bar" x="0.5" y="0.5" width="359" height="38" rx="9" />
      <rect class="prompt-line" x="38.5" y="6.5" width="290" height="26" rx="13" />
      <circle class="prompt-halo" cx="54" cy="19.5" r="11" />
      <path class="prompt-mic" d="M48.5 16.5h6m3 0h2M48.5 22.5h2m3 0h6" />
      <circle class="prompt-mic" cx="56" cy="16.5" r="1.6" />
      <circle class="prompt-mic" cx="52" cy="22.5" r="1.6" />
      <text class="prompt-faint" x="74" y="24">
        chrome-extension://…
      </text>
      <rect class="prompt-card" x="38.5" y="45.5" width="262" height="78" rx="11" />
      <text class="prompt-strong" x="54" y="68">
        TeleProffs One
      </text>
      <rect class="prompt-halo" x="46" y="80" width="246" height="34" rx="9" />
      <MicrophoneSign x={56} y={89} />
      <text x="80" y="101.5">
        {t('microphone.name')}
      </text>
      <rect class="prompt-check" x="250" y="88" width="32" height="18" rx="9" />
      <circle class="prompt-knob" cx="273" cy="97" r="6.5" />
    </svg>
  );
}

/** The crossed microphone at the left of the address, and the cross that takes the block away. */
function FirefoxDenied() {
  const { t } = useWords();
  return (
    <svg class="browser-picture" viewBox="0 0 360 118" role="img" aria-label={t('welcome.firefoxDeniedPicture')}>
      <rect class="prompt-bar" x="0.5" y="0.5" width="359" height="38" rx="9" />
      <rect class="prompt-line" x="38.5" y="6.5" width="290" height="26" rx="7" />
      <rect class="prompt-halo" x="44" y="9" width="24" height="21" rx="6" />
      <MicrophoneSign x={49} y={12} crossed />
      <text class="prompt-faint" x="76" y="24">
        moz-extension://…
      </text>
      <rect class="prompt-card" x="38.5" y="45.5" width="290" height="68" rx="11" />
      <MicrophoneSign x={54} y={72} />
      <text x="78" y="85">
        {t('welcome.firefoxUse')}
      </text>
      <rect class="prompt-no" x="196" y="67" width="92" height="26" rx="7" />
      <text x="206" y="84">
        {t('welcome.firefoxBlocked')}
      </text>
      <rect class="prompt-halo" x="264" y="68" width="23" height="24" rx="6" />
      <path class="prompt-mic" d="m271 76 9 9m0-9-9 9" />
    </svg>
  );
}
