import { signal } from '@preact/signals';
import { browser } from '#imports';
import { i18n } from '#i18n';
import { mountSurface } from '@/components/surface/mount-surface';
import { WelcomeView } from '@/components/welcome/welcome-view';
import { createWords, type Words } from '@/components/words/words';
import type { Preset } from '@/utils/contract/preset';
import { connectPhone } from '@/utils/messaging/connect-phone';
import { regionOfLanguages } from '@/utils/models/browser-region';
import { createModels } from '@/utils/models/context';
import { systemClock } from '@/utils/platform/host/clock';
import { deviceNameOf } from '@/utils/platform/host/device-name';
import { askMicrophone } from '@/utils/platform/microphone/ask-microphone';
import { readPreset } from '@/utils/storage/preset';
import { createSignInDraft } from '@/utils/storage/sign-in-draft';
import '@/components/welcome/welcome-page.css';

const preset = signal<Preset | null>(null);
const asking = signal(false);
const phone = connectPhone();
const { mediaDevices: devices, permissions } = navigator;

async function ask(): Promise<void> {
  asking.value = true;
  try {
    await phone.send('microphone.changed', { state: await askMicrophone({ devices, permissions }) });
  } finally {
    asking.value = false;
  }
}

function Welcome() {
  return (
    <WelcomeView
      state={phone.state.value.microphone}
      browser={import.meta.env.FIREFOX ? 'firefox' : 'chrome'}
      asking={asking.value}
      onAsk={() => void ask()}
    />
  );
}

mountSurface(
  {
    models: createModels({
      phone,
      clock: systemClock,
      preset,
      draft: createSignInDraft(localStorage),
      deviceName: deviceNameOf(navigator.userAgent),
      region: regionOfLanguages(navigator.languages),
      loadFormatter: () => import('@/utils/domain/phone-number/format'),
    }),
    words: createWords(i18n.t as Words['t'], navigator.languages),
    actions: { openSettings: () => void browser.runtime.openOptionsPage() },
  },
  <Welcome />,
);

void readPreset(browser.storage.managed).then((read) => {
  preset.value = read;
});
