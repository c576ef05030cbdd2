import { signal } from '@preact/signals';
import { browser } from '#imports';
import { i18n } from '#i18n';
import { PopupView } from '@/components/popup/popup-view';
import { mountSurface } from '@/components/surface/mount-surface';
import type { SurfaceActions } from '@/components/surface/surface-context';
import { createWords, type Words } from '@/components/words/words';
import type { HistoryEntry } from '@/utils/contract/history-entry';
import type { Preset } from '@/utils/contract/preset';
import { connectPhone, type PhoneConnection } from '@/utils/messaging/connect-phone';
import { regionOfLanguages } from '@/utils/models/browser-region';
import { createModels } from '@/utils/models/context';
import { createSiteSwitch } from '@/utils/models/site-switch-model';
import { systemClock } from '@/utils/platform/host/clock';
import { deviceNameOf } from '@/utils/platform/host/device-name';
import { openMessage } from '@/utils/platform/page/numbers/open-message';
import { saveFile } from '@/utils/platform/save-file';
import { createPageNumbersStore } from '@/utils/storage/page-numbers-store';
import { readPreset } from '@/utils/storage/preset';
import { createSignInDraft } from '@/utils/storage/sign-in-draft';
import { addressInFront } from './address-in-front';

const RECENT_CALLS = 300;

/** The phone with everything around it: in the toolbar's popup, and with more room beside the page. */
export function startPhoneApp(actions: SurfaceActions, beside = false): PhoneConnection {
  const history = signal<readonly HistoryEntry[] | null>(null);
  const wholeHistory = signal(false);
  const preset = signal<Preset | null>(null);
  const phone = connectPhone();
  const models = createModels({
    phone,
    clock: systemClock,
    history,
    wholeHistory,
    quality: phone.quality,
    preset,
    draft: createSignInDraft(localStorage),
    deviceName: deviceNameOf(navigator.userAgent),
    region: regionOfLanguages(navigator.languages),
    loadFormatter: () => import('@/utils/domain/phone-number/format'),
    // The page in front changes beside a panel that stays.
    ...(!beside && {
      siteSwitch: createSiteSwitch(
        createPageNumbersStore(browser.storage, (name, run) => navigator.locks.request(name, run)),
        addressInFront(),
      ),
    }),
  });

  mountSurface(
    {
      models,
      words: createWords(i18n.t as Words['t'], navigator.languages),
      actions: {
        openWelcome: () => void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') }),
        openSettings: () => void browser.runtime.openOptionsPage(),
        openSound: () => void browser.tabs.create({ url: browser.runtime.getURL('/options.html#sound') }),
        openCallWindow: () => void phone.openCallWindow(),
        openAddContact: (number) => void phone.openAddContact(number),
        openMessage: (number) => openMessage(document, number),
        loadQualityPlot: () => import('@/components/quality/quality-plot').then(({ QualityPlot }) => QualityPlot),
        saveFile: (name, text, type) => saveFile(document, name, text, type),
        ...actions,
      },
    },
    <PopupView />,
  );

  void readPreset(browser.storage.managed).then((read) => {
    preset.value = read;
  });
  // The database's code is half the popup's weight; the dial field does not wait for it.
  void import('./follow-history').then(({ followHistory }) => followHistory(history, { account: models.phone.account, whole: wholeHistory, newest: RECENT_CALLS }));
  return phone;
}
