import { browser } from '#imports';
import { i18n } from '#i18n';
import { CallWindowView } from '@/components/call-window/call-window-view';
import { mountSurface } from '@/components/surface/mount-surface';
import { createWords, type Words } from '@/components/words/words';
import { connectPhone } from '@/utils/messaging/connect-phone';
import { regionOfLanguages } from '@/utils/models/browser-region';
import { createModels } from '@/utils/models/context';
import { systemClock } from '@/utils/platform/host/clock';
import { findDesk } from '@/utils/platform/microphone/call-window-desk';
import { closeWhenIdle } from '@/utils/platform/microphone/close-when-idle';
import { createLending } from '@/utils/platform/microphone/lend-microphone';

const phone = connectPhone();
const desk = findDesk((await browser.runtime.getBackgroundPage()) ?? null);

// Without the background page's desk (a private window) this is a window with nothing to lend to.
if (desk !== null) {
  const { mediaDevices: devices, permissions } = navigator;
  const tell = (state: Parameters<Parameters<typeof createLending>[0]['tell']>[0]) =>
    void phone.send('microphone.changed', { state });
  const lending = createLending({ desk, devices, permissions, tell });

  const CallWindow = () => (
    <CallWindowView
      microphone={{
        state: phone.state.value.microphone,
        browser: 'firefox',
        asking: lending.asking.value,
        onAsk: () => void lending.ask(),
      }}
      lending={lending.lending.value}
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
    },
    <CallWindow />,
  );
  window.addEventListener('pagehide', () => lending.close(), { once: true });
  closeWhenIdle({ state: phone.state, clock: systemClock, close: () => window.close() });
  await lending.ask();
}
