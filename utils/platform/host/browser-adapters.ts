import type { Logger } from '@/utils/contract/logger';
import type { CoreAdapters } from '@/utils/core/adapters';
import type { DeviceListPort, MicrophonePort } from '@/utils/phone/ports';
import { createAccountStore } from '@/utils/storage/account-store';
import { createCallsInProgress } from '@/utils/storage/calls-in-progress';
import { createAudioChoiceStore } from '@/utils/storage/audio-choice-store';
import { createContactBook } from '@/utils/storage/contact-store';
import { ContactsDatabase } from '@/utils/storage/contacts-database';
import { HistoryDatabase } from '@/utils/storage/history-database';
import { createHistoryStore } from '@/utils/storage/history-store';
import { openVault } from '@/utils/storage/vault';
import { hidOf } from '@/utils/platform/headset/web-hid';
import { WebHidHeadset } from '@/utils/platform/headset/web-hid-headset';
import { createAudioMixer } from './audio-mixer';
import { createAudioOutput } from './audio-output';
import { systemClock } from './clock';
import { createNetwork } from './network';
import { ringUrl } from './ring-url';

interface HostParts {
  readonly microphone: MicrophonePort;
  readonly devices: DeviceListPort;
  readonly createContext: () => AudioContext | null;
  readonly log: Logger;
}

/** Everything the core needs of a document that stays: Chrome's offscreen document, Firefox's background page. */
export function browserAdapters({ microphone, devices, createContext, log }: HostParts): CoreAdapters {
  return {
    accounts: createAccountStore(openVault(), () => crypto.randomUUID()),
    history: createHistoryStore(new HistoryDatabase()),
    contacts: createContactBook(new ContactsDatabase()),
    inProgress: createCallsInProgress(localStorage),
    audioChoice: createAudioChoiceStore(localStorage),
    devices,
    headset: new WebHidHeadset({ hid: () => hidOf(navigator), log }),
    microphone,
    output: createAudioOutput({
      document,
      ringUrl,
      ringbackUrl: '/sounds/ringback.wav',
      callWaitingUrl: '/sounds/call-waiting.wav',
      onBlocked: (what) => log.error('the browser did not play a sound', { what }),
    }),
    mixer: createAudioMixer({ createContext, clock: systemClock }),
    network: createNetwork(window),
    clock: systemClock,
    random: () => Math.random(),
    fetch: (input, init) => fetch(input, init),
    createWebSocket: (url, protocols) => new WebSocket(url, protocols),
    createPeerConnection: (configuration) => new RTCPeerConnection(configuration),
    generateCertificate: () => RTCPeerConnection.generateCertificate({ name: 'ECDSA', namedCurve: 'P-256' } as AlgorithmIdentifier),
    log,
  };
}
