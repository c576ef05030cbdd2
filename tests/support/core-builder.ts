import { createCore } from '@/utils/core/create-core';
import type { Core, CoreAdapters } from '@/utils/core/adapters';
import type { CallView, PhoneState } from '@/utils/contract/phone-state';
import { FakeAudioOutput, FakeDeviceList, FakeMicrophone, FakeMixer, FakeNetwork } from './fake-audio-ports';
import { FakeClock, settle } from './fake-clock';
import { FakeLogger } from './fake-logger';
import { FakeOneServer } from './fake-one-server';
import { fakePeerConnections } from './fake-peer-connection';
import { FakeAccountStore, FakeAudioChoiceStore, FakeCallsInProgress, FakeContactBook, FakeHistoryStore } from './fake-stores';
import { fakeWebSockets } from './fake-web-socket';
import { sequence } from './phone-builder';
import { FakeEdge } from './phone-edge';
import { SimulatedHeadset, SimulatedHid } from './simulated-headset';
import { WebHidHeadset } from '@/utils/platform/headset/web-hid-headset';

/** A whole core on fakes: real phone, real SIP.js, real server link, and the real way to a headset that is simulated. */
export class TestCore {
  readonly clock = new FakeClock();
  readonly edge = new FakeEdge();
  readonly server = new FakeOneServer(this.edge);
  readonly accounts = new FakeAccountStore();
  readonly history = new FakeHistoryStore();
  readonly contacts = new FakeContactBook();
  readonly inProgress = new FakeCallsInProgress();
  readonly audioChoice = new FakeAudioChoiceStore();
  readonly devices = new FakeDeviceList();
  readonly headset = new SimulatedHeadset();
  readonly hid = new SimulatedHid(this.headset);
  readonly microphone = new FakeMicrophone();
  readonly output = new FakeAudioOutput();
  readonly mixer = new FakeMixer();
  readonly network = new FakeNetwork();
  readonly log = new FakeLogger();
  readonly connections = fakePeerConnections();
  readonly sockets = fakeWebSockets(this.server.serve);
  readonly adapters: CoreAdapters = {
    accounts: this.accounts,
    history: this.history,
    contacts: this.contacts,
    inProgress: this.inProgress,
    audioChoice: this.audioChoice,
    devices: this.devices,
    headset: new WebHidHeadset({ hid: () => this.hid, log: this.log }),
    microphone: this.microphone,
    output: this.output,
    mixer: this.mixer,
    network: this.network,
    clock: this.clock,
    random: sequence(7),
    fetch: this.server.fetch,
    createWebSocket: this.sockets.create,
    createPeerConnection: this.connections.create,
    log: this.log,
  };
  readonly core: Core = createCore(this.adapters);

  get state(): PhoneState {
    return this.core.state.value;
  }

  get call(): CallView {
    const call = this.state.calls.at(-1);
    if (!call) throw new Error('no call');
    return call;
  }

  signIn(): ReturnType<Core['commands']> {
    return this.core.commands('account.signIn', {
      server: 'https://one.example.se',
      email: 'anna@exempelbolaget.se',
      password: 'demo',
      deviceName: 'Chrome on Linux',
    });
  }

  /** Started and signed in with a One account, registered. */
  async signedIn(): Promise<this> {
    await this.core.start();
    await this.signIn();
    await settle();
    return this;
  }
}

/** The fields of a SIP account's form. */
export const SIP_INPUT = {
  server: 'wss://pbx.example.com/ws',
  user: '1001',
  authenticationUser: '',
  password: 'secret',
  domain: '',
  displayName: 'Anna',
  region: 'SE',
  iceServers: [],
};
