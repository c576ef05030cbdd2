import { browser } from '#imports';
import { i18n } from '#i18n';
import { CallWindowView } from '@/components/call-window/call-window-view';
import { mountSurface } from '@/components/surface/mount-surface';
import { createWords, type Words } from '@/components/words/words';
import { connectPhone } from '@/utils/messaging/connect-phone';
import { regionOfLanguages } from '@/utils/models/browser-region';
import { createModels } from '@/utils/models/context';
import { systemClock } from '@/utils/platform/host/clock';
import { closeWhenIdle } from '@/utils/platform/microphone/close-when-idle';
import { lendMicrophone } from './lend';

const phone = connectPhone();
const lending = await lendMicrophone(phone, false);

const CallWindow = () => (
  <CallWindowView
    microphone={
      lending && {
        state: phone.state.value.microphone,
        browser: 'firefox',
        asking: lending.asking.value,
        onAsk: () => void lending.ask(),
      }
    }
    lending={lending?.lending.value ?? false}
  />
);
mountSurface(
  {
    models: createModels({
      phone,
      clock: systemClock,
      region: regionOfLanguages(navigator.languages),
      loadFormatter: () => import('@/utils/domain/phone-number/format'),
    }),
    words: createWords(i18n.t as Words['t'], navigator.languages),
    actions: {
      openAddContact: (number) => void phone.openAddContact(number),
      openSound: () => void browser.tabs.create({ url: browser.runtime.getURL('/options.html#sound') }),
    },
  },
  <CallWindow />,
);
closeWhenIdle({ state: phone.state, clock: systemClock, close: () => window.close() });
