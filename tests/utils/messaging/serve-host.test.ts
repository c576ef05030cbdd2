import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CommandError, CommandResult } from '@/utils/contract/commands';
import { EMPTY_PHONE_STATE, type CallView, type PhoneState } from '@/utils/contract/phone-state';
import type { ShellView } from '@/utils/contract/shell-view';
import type { MessageName } from '@/utils/messaging/messenger';
import { serveHost } from '@/utils/messaging/serve-host';
import { followQuality } from '@/utils/messaging/connect-quality';
import { QualityFeed } from '@/utils/core/quality-feed';
import { finderFor } from '@/utils/domain/phone-number/find-numbers';
import { FakeBus } from '@/tests/support/fake-messenger';
import { FakePortServer } from '@/tests/support/fake-port';
import { FakeLogger } from '@/tests/support/fake-logger';
import { second } from '@/tests/support/quality-samples';
import { effect } from '@preact/signals';
import { OWN, pageSender, panelSender, popupSender, workerSender } from '@/tests/support/senders';

const ringing: CallView = {
  id: 'c1',
  direction: 'incoming',
  state: 'ringing',
  remote: { number: '+46701740607', name: 'Eva' },
  startedAt: 1,
  answeredAt: null,
  endedAt: null,
  muted: false,
  heldByRemote: false,
  silenced: false,
  endReason: null,
  forwardedTo: null,
  microphoneLost: false,
  dtmf: '',
  transfer: null,
  consultFor: null,
  transferredBy: null,
  conference: false,
  quality: null,
};

let bus: FakeBus;
let ports: FakePortServer;
let asked: [MessageName, unknown][];
let answer: CommandResult;
let presented: ShellView[];
let notices: CommandError[];
let change: (state: PhoneState) => void;
let quality: QualityFeed;
let looks = 0;
/** What waits for its time. */
let due: (() => void)[];

beforeEach(() => {
  bus = new FakeBus();
  ports = new FakePortServer();
  asked = [];
  due = [];
  quality = new QualityFeed();
  looks = 0;
  answer = { ok: true };
  presented = [];
  notices = [];
  let value: PhoneState = { ...EMPTY_PHONE_STATE };
  const listeners = new Set<(state: PhoneState) => void>();
  change = (next) => {
    value = next;
    for (const listener of listeners) listener(next);
  };
  let made = 0;
  serveHost({
    phone: {
      state: {
        get value() {
          return value;
        },
        subscribe(listener) {
          listeners.add(listener);
          listener(value);
          return () => listeners.delete(listener);
        },
      },
      quality,
      lookedAt: () => void (looks += 1),
      command: async (name, input) => {
        asked.push([name, input]);
        return answer as never;
      },
    },
    messenger: bus.context(workerSender),
    ports,
    own: OWN,
    shell: {
      present: async (view) => void presented.push(view),
      notice: async (error) => void notices.push(error),
    },
    randomId: () => `ticket-${(made += 1)}`,
    clock: { after: (_, run) => (due.push(run), () => undefined) },
    panelSpots: { read: () => null, keep: () => undefined },
    finder: async (region) => finderFor({ region, level: 'eager' }),
    log: new FakeLogger(),
  });
});

describe('commands', () => {
  it('from a page are dialled as from a page, whatever they claim', async () => {
    await bus.context(pageSender(1)).send('phone.dial', { target: 'tel:112', source: 'popup' });
    expect(asked).toEqual([['phone.dial', { target: 'tel:112', source: 'page' }]]);
  });

  it('from a page reach nothing but dial', async () => {
    expect(await bus.context(pageSender(1)).send('phone.answer', { callId: 'c1' })).toEqual({ ok: false, error: 'not-allowed' });
    expect(await bus.context(pageSender(1)).send('account.signOut', {})).toEqual({ ok: false, error: 'not-allowed' });
    expect(asked).toEqual([]);
  });

  it('with wrong input never reach the phone', async () => {
    const popup = bus.context(popupSender);
    expect(await popup.send('phone.sendDtmf', { callId: 'c1', tones: 'x' })).toEqual({ ok: false, error: 'invalid-input' });
    const signIn = { server: 'http://one.example', email: 'a@b.se', password: 'p', deviceName: 'd' };
    expect(await popup.send('account.signIn', signIn)).toEqual({ ok: false, error: 'insecure-server' });
    expect(asked).toEqual([]);
  });

  it('that failed from a page are told by the shell, since a page shows nothing', async () => {
    answer = { ok: false, error: 'not-connected' };
    await bus.context(pageSender(1)).send('phone.dial', { target: '112', source: 'page' });
    await bus.context(popupSender).send('phone.dial', { target: '112', source: 'popup' });
    expect(notices).toEqual(['not-connected']);
  });

  it('that failed are told by the shell too where the panel goes with its question', async () => {
    answer = { ok: false, error: 'phone-not-available' };
    const placed = await bus.context(workerSender).send('panel.place', { tabId: 1, fresh: false });
    const panel = bus.context(panelSender(1));
    await panel.send('panel.redeem', { ticket: placed.ok ? (placed.ticket ?? '') : '' });
    await panel.send('phone.chooseMethod', { method: 'mobile' });
    await panel.send('phone.answer', { callId: 'c1' });
    expect(notices).toEqual(['phone-not-available']);
  });
});

describe('the panel', () => {
  it('answers with the ticket of its tab, and a frame the page made does not', async () => {
    const worker = bus.context(workerSender);
    const placed = await worker.send('panel.place', { tabId: 1, fresh: false });
    const ticket = placed.ok ? (placed.ticket ?? '') : '';
    const framedByPage = bus.context(panelSender(1, 9));
    expect(await framedByPage.send('phone.answer', { callId: 'c1' })).toEqual({ ok: false, error: 'not-allowed' });
    expect(await framedByPage.send('panel.redeem', { ticket: 'guess' })).toEqual({ ok: false, error: 'not-allowed' });
    const panel = bus.context(panelSender(1));
    expect(await panel.send('panel.redeem', { ticket })).toEqual({ ok: true, spot: { x: 1, y: 0 }, minimised: false, whole: expect.objectContaining({ kind: 'whole', revision: expect.any(Number) }) });
    expect(await panel.send('phone.answer', { callId: 'c1' })).toEqual({ ok: true });
    expect(await framedByPage.send('phone.answer', { callId: 'c1' })).toEqual({ ok: false, error: 'not-allowed' });
  });

  it('sees the state only with its ticket', async () => {
    const closed = vi.fn();
    ports.connect('phone-state', panelSender(1)).onDisconnect.addListener(closed);
    ports.connect('phone-state', pageSender(1)).onDisconnect.addListener(closed);
    await vi.waitFor(() => expect(closed).toHaveBeenCalledTimes(2));
    const placed = await bus.context(workerSender).send('panel.place', { tabId: 1, fresh: false });
    await bus.context(panelSender(1)).send('panel.redeem', { ticket: placed.ok ? (placed.ticket ?? '') : '' });
    const heard = vi.fn();
    ports.connect('phone-state', panelSender(1)).onMessage.addListener(heard);
    await vi.waitFor(() => expect(heard).toHaveBeenCalledWith(expect.objectContaining({ kind: 'whole' })));
  });
});

describe('the quality of calls', () => {
  const add = (at: number) => quality.add({ callId: 'c1', sample: second({ at }) });

  it('comes with the seconds before, to a surface of ours that looks, and only while it does', async () => {
    for (let at = 1; at <= 130; at++) add(at);
    const samples = followQuality(() => ports.connect('call-quality', popupSender));
    const seen: (readonly number[])[] = [];
    const stop = effect(() => void seen.push((samples.value.get('c1') ?? []).map(({ at }) => at)));
    await vi.waitFor(() => expect(seen.at(-1)).toHaveLength(120));
    add(131);
    await vi.waitFor(() => expect(seen.at(-1)?.at(-1)).toBe(131));
    expect(seen.at(-1)).toHaveLength(120);
    stop();
    add(132);
    await Promise.resolve();
    expect(samples.peek().size).toBe(0);
  });

  it('of a call that ended is not kept', async () => {
    add(1);
    quality.end('c1');
    const kept: unknown[] = [];
    quality.subscribe((samples) => void kept.push(...samples));
    expect(kept).toEqual([]);
  });

  it('is for nobody else', async () => {
    const closed = vi.fn();
    ports.connect('call-quality', pageSender(1)).onDisconnect.addListener(closed);
    ports.connect('call-quality', panelSender(1)).onDisconnect.addListener(closed);
    await vi.waitFor(() => expect(closed).toHaveBeenCalledTimes(2));
  });
});

describe('the shell', () => {
  it('is told what to show when that changes, and only then', () => {
    change({ ...EMPTY_PHONE_STATE, ready: true });
    change({ ...EMPTY_PHONE_STATE, ready: true, calls: [ringing] });
    change({ ...EMPTY_PHONE_STATE, ready: true, calls: [{ ...ringing, dtmf: '1' }] });
    expect(presented.map(({ icon, incoming, panel }) => [icon, incoming?.callId, panel])).toEqual([
      ['offline', undefined, false],
      ['ringing', 'c1', true],
    ]);
  });

  it('puts a question on the page when the popup that asked it is closed, and takes it off again', async () => {
    const panels = () => presented.map(({ panel }) => panel);
    const asking = { target: '212', choices: [], source: 'popup', askedAt: 0 } as const;
    change({ ...EMPTY_PHONE_STATE, ready: true });
    const popup = ports.connect('phone-state', popupSender);
    change({ ...EMPTY_PHONE_STATE, ready: true, asking });
    expect(panels()).toEqual([false]);
    popup.disconnect();
    await vi.waitFor(() => expect(due).toHaveLength(1));
    for (const run of due.splice(0)) run();
    expect(panels()).toEqual([false, true]);
    ports.connect('phone-state', popupSender);
    expect(panels()).toEqual([false, true, false]);
    change({ ...EMPTY_PHONE_STATE, ready: true });
    expect(panels()).toEqual([false, true, false]);
  });
});

it('tells the phone when a surface of ours opens, and of nothing that a page opens', () => {
  ports.connect('phone-state', pageSender(1));
  expect(looks).toBe(0);
  ports.connect('phone-state', popupSender);
  expect(looks).toBe(1);
});

describe('a number’s description', () => {
  it('is given to a page as the account’s region writes it', async () => {
    change({ ...EMPTY_PHONE_STATE, account: { kind: 'one', address: 'eva@one.example', name: 'Eva', company: null, number: null, extension: null, region: 'SE', server: 'one.example', echoNumber: null } });
    const answer = await bus.context(pageSender(1, 3)).send('numbers.describe', { number: 'tel:+46701740607;ext=7' });
    expect(answer).toMatchObject({ ok: true, formatted: '070-174 06 07', e164: '+46701740607', country: 'SE' });
  });

  it('is asked for with something to describe, and not too much of it', async () => {
    for (const number of ['', ' ', '1'.repeat(201)])
      expect(await bus.context(pageSender(1)).send('numbers.describe', { number })).toEqual({ ok: false, error: 'invalid-input' });
  });
});
