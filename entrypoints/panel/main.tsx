import { browser } from '#imports';
import { i18n } from '#i18n';
import { PanelView } from '@/components/panel/panel-view';
import { mountSurface } from '@/components/surface/mount-surface';
import { createWords, type Words } from '@/components/words/words';
import { connectPanel } from '@/utils/messaging/connect-panel';
import { regionOfLanguages } from '@/utils/models/browser-region';
import { createModels } from '@/utils/models/context';
import { createPanelModel } from '@/utils/models/panel-model';
import { systemClock } from '@/utils/platform/host/clock';
import { watchPageAround, type AroundScope, type AroundTabs } from '@/utils/platform/panel/page-around';
import '@/components/panel/panel-page.css';

const formatter = import('@/utils/domain/phone-number/format');
const phone = await connectPanel(window);
const page = watchPageAround(window as unknown as AroundScope, browser.tabs as AroundTabs, systemClock.now);

mountSurface(
  {
    models: createModels({
      phone,
      clock: systemClock,
      region: regionOfLanguages(navigator.languages),
      loadFormatter: () => formatter,
      panel: createPanelModel({ look: phone.look, page, handle: phone.handle }),
    }),
    words: createWords(i18n.t as Words['t'], navigator.languages),
    actions: { openCallWindow: () => void phone.openCallWindow(), openAddContact: (number) => void phone.openAddContact(number) },
  },
  <PanelView />,
);
