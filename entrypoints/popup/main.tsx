import { signal } from '@preact/signals';
import { browser } from '#imports';
import { i18n } from '#i18n';
import { PopupView } from '@/components/popup/popup-view';
import { mountSurface } from '@/components/surface/mount-surface';
import { createWords, type Words } from '@/components/words/words';
import type { HistoryEntry } from '@/utils/contract/history-entry';
import type { Preset } from '@/utils/contract/preset';
import { connectPhone } from '@/utils/messaging/connect-phone';
import { regionOfLanguages } from '@/utils/models/browser-region';
import { createModels } from '@/utils/models/context';
import { createSiteSwitch } from '@/utils/models/site-switch-model';
import { systemClock } from '@/utils/platform/host/clock';
import { deviceNameOf } from '@/utils/platform/host/device-name';
import { openMessage } from '@/utils/platform/page/numbers/open-message';
import { saveFile } from '@/utils/platform/save-file';
import { readPreset } from '@/utils/storage/preset';
import { createPageNumbersStore } from '@/utils/storage/page-numbers-store';
import { createSignInDraft } from '@/utils/storage/sign-in-draft';
import { addressInFront } from './address-in-front';
import '@/components/popup/popup-page.css';

const RECENT_CALLS = 300;
const history = signal<readonly HistoryEntry[] | null>(null);
const wholeHistory = signal(false);
const preset = signal<Preset | null>(null);
const phone = connectPhone();

const models = createModels({
  phone,
  clock: systemClock,
  history,
  wholeHistory,
  preset,
  draft: createSignInDraft(localStorage),
  deviceName: deviceNameOf(navigator.userAgent),
  region: regionOfLanguages(navigator.languages),
  loadFormatter: () => import('@/utils/domain/phone-number/format'),
  siteSwitch: createSiteSwitch(
    createPageNumbersStore(browser.storage, (name, run) => navigator.locks.request(name, run)),
    addressInFront(),
  ),
});

mountSurface(
  {
    models,
    words: createWords(i18n.t as Words['t'], navigator.languages),
    actions: {
      openWelcome: () => void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') }),
      openSettings: () => void browser.runtime.openOptionsPage(),
      openCallWindow: () => void phone.openCallWindow(),
      openAddContact: (number) => void phone.openAddContact(number),
      openMessage: (number) => openMessage(document, number),
      saveFile: (name, text, type) => saveFile(document, name, text, type),
    },
  },
  <PopupView />,
);

void readPreset(browser.storage.managed).then((read) => {
  preset.value = read;
});
// The database's code is half the popup's weight; the dial field does not wait for it.
void import('./follow-history').then(({ followHistory }) => followHistory(history, { account: models.phone.account, whole: wholeHistory, newest: RECENT_CALLS }));
