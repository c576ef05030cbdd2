import { i18n } from '#i18n';
import { PanelView } from '@/components/panel/panel-view';
import { mountSurface } from '@/components/surface/mount-surface';
import { createWords, type Words } from '@/components/words/words';
import { connectPanel } from '@/utils/messaging/connect-panel';
import { regionOfLanguages } from '@/utils/models/browser-region';
import { createModels } from '@/utils/models/context';
import { systemClock } from '@/utils/platform/host/clock';
import '@/components/panel/panel-page.css';

const formatter = import('@/utils/domain/phone-number/format');
const phone = await connectPanel(window);

mountSurface(
  {
    models: createModels({
      phone,
      clock: systemClock,
      region: regionOfLanguages(navigator.languages),
      loadFormatter: () => formatter,
    }),
    words: createWords(i18n.t as Words['t'], navigator.languages),
    actions: { openCallWindow: () => void phone.openCallWindow() },
  },
  <PanelView onResize={phone.resize} />,
);
