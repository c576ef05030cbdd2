import { signal } from '@preact/signals';
import { browser } from '#imports';
import { i18n } from '#i18n';
import { OptionsView } from '@/components/options/options-view';
import { mountSurface } from '@/components/surface/mount-surface';
import { createWords, type Words } from '@/components/words/words';
import type { Preset } from '@/utils/contract/preset';
import { connectPhone } from '@/utils/messaging/connect-phone';
import { regionOfLanguages } from '@/utils/models/browser-region';
import { createModels } from '@/utils/models/context';
import { systemClock } from '@/utils/platform/host/clock';
import { createLogModel } from '@/utils/models/log-model';
import { deviceNameOf } from '@/utils/platform/host/device-name';
import { saveFile } from '@/utils/platform/save-file';
import { readPreset } from '@/utils/storage/preset';
import { createSignInDraft } from '@/utils/storage/sign-in-draft';
import { openLog } from './open-log';
import { numbersParts } from './numbers-parts';
import { selfTestParts } from './self-test-parts';
import { soundParts } from './sound-parts';

const preset = signal<Preset | null>(null);
const openWelcome = () => void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });

const phone = connectPhone();
const models = createModels({
  phone,
  clock: systemClock,
  preset,
  draft: createSignInDraft(localStorage),
  deviceName: deviceNameOf(navigator.userAgent),
  region: regionOfLanguages(navigator.languages),
  log: createLogModel(openLog, systemClock),
  loadFormatter: () => import('@/utils/domain/phone-number/format'),
});
const numbers = numbersParts(models.region);
const selfTest = selfTestParts(phone);
const sound = soundParts(phone);

mountSurface(
  {
    models,
    words: createWords(i18n.t as Words['t'], navigator.languages),
    actions: { openWelcome, saveFile: (name, text, type) => saveFile(document, name, text, type) },
  },
  <OptionsView
    browser={import.meta.env.FIREFOX ? 'firefox' : 'chrome'}
    version={browser.runtime.getManifest().version}
    onAskMicrophone={openWelcome}
    numbers={numbers}
    selfTest={{ model: selfTest, copy: (text) => navigator.clipboard.writeText(text) }}
    sound={sound}
  />,
);

void readPreset(browser.storage.managed).then((read) => {
  preset.value = read;
});
