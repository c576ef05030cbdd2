import { browser } from '#imports';
import { createCore } from '@/utils/core/create-core';
import { createMessenger } from '@/utils/messaging/messenger';
import { ownIdentity } from '@/utils/messaging/own-identity';
import { serveHost } from '@/utils/messaging/serve-host';
import { createShellLink } from '@/utils/messaging/shell-link';
import { browserAdapters } from '@/utils/platform/host/browser-adapters';
import { systemClock, wait } from '@/utils/platform/host/clock';
import { createRingLogger, toConsole } from '@/utils/platform/host/ring-logger';
import { createChromeMicrophone } from '@/utils/platform/microphone/chrome-microphone';
import { readFinderData } from '@/utils/platform/finder-data';
import { createPackedFinders } from '@/utils/platform/packed-finder';
import { createPanelSpots } from '@/utils/storage/panel-spots';

const log = createRingLogger(() => Date.now(), toConsole);
const messenger = createMessenger();
const finders = createPackedFinders({ readData: readFinderData, loadCode: () => import('@/utils/domain/phone-number/create-number-finder') });
const { mediaDevices: devices, permissions } = navigator;
const core = createCore(browserAdapters(createChromeMicrophone({ devices, permissions, clock: systemClock }), () => new AudioContext(), log));

// Doors open before the stored account is read: createDocument resolves on load, and questions follow at once.
serveHost({
  phone: { state: core.state, quality: core.quality, command: core.commands },
  messenger,
  ports: browser.runtime.onConnect,
  own: ownIdentity(),
  shell: createShellLink(messenger, wait),
  randomId: () => crypto.randomUUID(),
  clock: systemClock,
  panelSpots: createPanelSpots(localStorage),
  finder: (region) => finders({ region, level: 'eager' }),
  log,
});
core.start().catch((error: unknown) => log.error('phone host did not start', { error: String(error) }));
