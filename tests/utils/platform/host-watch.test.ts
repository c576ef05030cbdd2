import { beforeEach, expect, it } from 'vitest';
import { FakeClock, settle } from '@/tests/support/fake-clock';
import { FakePortServer } from '@/tests/support/fake-port';
import { OWN, pageSender, workerSender } from '@/tests/support/senders';
import { EMPTY_PHONE_STATE, type CallView, type PhoneState } from '@/utils/contract/phone-state';
import { HOST_WATCH_PORT } from '@/utils/messaging/host-watch-port';
import { keepWorkerAwake } from '@/utils/messaging/keep-worker-awake';
import type { PortLike } from '@/utils/messaging/state-port';
import { newCall } from '@/utils/phone/new-call';
import { createHostWatch } from '@/utils/platform/offscreen/host-watch';

let clock: FakeClock;
let server: FakePortServer;
let far: PortLike | null;
let lost: number;
let change: (state: PhoneState) => void;

beforeEach(() => {
  clock = new FakeClock();
  server = new FakePortServer();
  far = null;
  lost = 0;
  change = () => undefined;
  const state = { subscribe: (listener: (state: PhoneState) => void) => ((change = listener), () => undefined) };
  keepWorkerAwake({ ports: server, own: OWN, state, clock });
  server.addListener((port) => void (far = port));
});

const watch = () => createHostWatch({ connect: () => server.connect(HOST_WATCH_PORT, workerSender), now: () => clock.now(), lost: () => void lost++ });

it('notices the end of the host at once, and watches the next one', async () => {
  const hosts = watch();
  hosts.follow();
  hosts.follow();
  await clock.step(1_000);
  far?.disconnect();
  await settle();
  expect(lost).toBe(1);
  hosts.follow();
  await clock.step(1_000);
  far?.disconnect();
  await settle();
  expect(lost).toBe(2);
});

it('does not go round in circles where nobody takes its port', async () => {
  watch().follow();
  far?.disconnect();
  await settle();
  expect(lost).toBe(0);
});

it('hears something every 20 s while there is a call, and nothing otherwise; a page hears nothing at all', async () => {
  const heard: unknown[] = [];
  const port = server.connect(HOST_WATCH_PORT, workerSender);
  port.onMessage.addListener((message) => heard.push(message));
  server.connect(HOST_WATCH_PORT, pageSender(1)).onMessage.addListener(() => heard.push('page'));
  await clock.step(60_000);
  expect(heard).toHaveLength(0);
  const call: CallView = newCall({ id: 'c', direction: 'outgoing', remote: { number: '1', name: null } }, 1);
  change({ ...EMPTY_PHONE_STATE, calls: [call] });
  await clock.step(61_000);
  expect(heard).toStrictEqual(['calls', 'calls', 'calls', 'calls']);
  change({ ...EMPTY_PHONE_STATE, calls: [{ ...call, state: 'ended' }] });
  await clock.step(60_000);
  expect(heard).toHaveLength(4);
});
