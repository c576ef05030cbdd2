import { browser } from '#imports';
// The manifest's; an offscreen document cannot read that.
import { version } from '@/package.json';
import { createCore } from '@/utils/core/create-core';
import { createMessenger } from '@/utils/messaging/messenger';
import { ownIdentity } from '@/utils/messaging/own-identity';
import { keepWorkerAwake } from '@/utils/messaging/keep-worker-awake';
import { serveHost } from '@/utils/messaging/serve-host';
import { createShellLink } from '@/utils/messaging/shell-link';
import { browserAdapters } from '@/utils/platform/host/browser-adapters';
import { systemClock, wait } from '@/utils/platform/host/clock';
import { createDeviceList } from '@/utils/platform/host/device-list';
import { startHostLog } from '@/utils/platform/host/host-log';
import { createChromeMicrophone } from '@/utils/platform/microphone/chrome-microphone';
import { readFinderData } from '@/utils/platform/finder-data';
import { createPackedFinders } from '@/utils/platform/packed-finder';
import { createPanelSpots } from '@/utils/storage/panel-spots';

const log = startHostLog(version);
const messenger = createMessenger();
const finders = createPackedFinders({ readData: readFinderData, loadCode: () => import('@/utils/domain/phone-number/create-number-finder') });
const { mediaDevices: devices, permissions } = navigator;
const core = createCore(
  browserAdapters({
    microphone: createChromeMicrophone({ devices, permissions, clock: systemClock }),
    devices: createDeviceList(devices),
    createContext: () => new AudioContext(),
    log,
  }),
);

keepWorkerAwake({ ports: browser.runtime.onConnect, own: ownIdentity(), state: core.state, clock: systemClock });
// Doors open before the stored account is read: createDocument resolves on load, and questions follow at once.
serveHost({
  phone: { state: core.state, quality: core.quality, command: core.commands, lookedAt: () => core.lookedAt() },
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
