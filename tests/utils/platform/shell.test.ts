import { beforeEach, describe, expect, it } from 'vitest';
import type { ShellView } from '@/utils/contract/shell-view';
import { createIncomingNotifications, type NotificationsApi } from '@/utils/platform/shell/incoming-notification';
import { latest } from '@/utils/platform/shell/latest';
import { createShell, type Shell } from '@/utils/platform/shell/shell';
import { badgeText, createToolbar } from '@/utils/platform/shell/toolbar';
import { FakeLogger } from '@/tests/support/fake-logger';

const idle: ShellView = { icon: 'connected', signedIn: true, account: 'anna@example.se', region: 'SE', missed: 0, incoming: null, panel: false };
const ringing: ShellView = { ...idle, icon: 'ringing', incoming: { callId: 'c1', number: '+46701740607', name: null }, panel: true };

const words = {
  incomingTitle: 'Incoming call',
  withheld: 'Number withheld',
  answer: 'Answer',
  decline: 'Decline',
  failedTitle: 'One',
  failed: (error: string) => `failed: ${error}`,
};

class FakeNotifications implements NotificationsApi {
  readonly shown = new Map<string, Parameters<NotificationsApi['create']>[1]>();
  created = 0;
  async create(id: string, options: Parameters<NotificationsApi['create']>[1]) {
    this.created += 1;
    this.shown.set(id, options);
    return id;
  }
  clear = async (id: string) => this.shown.delete(id);
  getAll = async () => Object.fromEntries(this.shown);
}

describe('the notification', () => {
  let screen: FakeNotifications;
  const make = (buttons = true) => createIncomingNotifications(screen, words, buttons);
  beforeEach(() => {
    screen = new FakeNotifications();
  });

  it('is there while a call rings, once, and gone after', async () => {
    await make().reconcile(ringing);
    await make().reconcile(ringing);
    expect([...screen.shown.keys()]).toEqual(['incoming:c1']);
    expect(screen.created).toBe(1);
    await make().reconcile(idle);
    expect(screen.shown.size).toBe(0);
  });

  it('left by a worker that died is replaced by that of the call that rings now', async () => {
    await make().reconcile(ringing);
    await make().reconcile({ ...ringing, incoming: { callId: 'c2', number: '', name: null } });
    expect([...screen.shown]).toEqual([['incoming:c2', expect.objectContaining({ message: 'Number withheld' })]]);
  });

  it('says name and number, or the number alone', async () => {
    await make().reconcile({ ...ringing, incoming: { callId: 'c1', number: '070-174 06 07', name: 'Karin Andersson' } });
    expect(screen.shown.get('incoming:c1')?.message).toBe('Karin Andersson · 070-174 06 07');
    screen.shown.clear();
    await make().reconcile({ ...ringing, incoming: { callId: 'c1', number: '070-174 06 07', name: null } });
    expect(screen.shown.get('incoming:c1')?.message).toBe('070-174 06 07');
  });

  it('has buttons where the browser takes them', async () => {
    await make(true).reconcile(ringing);
    expect(screen.shown.get('incoming:c1')?.buttons).toEqual([{ title: 'Answer' }, { title: 'Decline' }]);
    screen.shown.clear();
    await make(false).reconcile(ringing);
    expect(Object.keys(screen.shown.get('incoming:c1') ?? {})).toEqual(['type', 'iconUrl', 'title', 'message']);
  });
});

describe('the toolbar', () => {
  it('shows icon, title and the missed calls, and survives an icon that is not there', async () => {
    const calls: unknown[] = [];
    const note = async (details: unknown) => void calls.push(details);
    const setIcon = () => Promise.reject(new Error('Failed to fetch'));
    const toolbar = createToolbar({ setIcon, setTitle: note, setBadgeText: note, setBadgeBackgroundColor: note }, { title: ({ icon }) => icon });
    await toolbar({ ...idle, missed: 3 });
    expect(calls).toContainEqual({ title: 'connected' });
    expect(calls).toContainEqual({ text: '3' });
  });

  it.each([
    [0, ''],
    [7, '7'],
    [99, '99'],
    [100, '99+'],
  ])('%i missed: "%s"', (missed, text) => {
    expect(badgeText(missed)).toBe(text);
  });
});

describe('the shell', () => {
  let placed: boolean[];
  let asked: number;
  let told: boolean[];
  const make = (): Shell =>
    createShell({
      host: {
        view: async () => {
          asked += 1;
          return ringing;
        },
      },
      toolbar: async () => undefined,
      notifications: { reconcile: () => Promise.reject(new Error('no icon')), notice: async () => undefined },
      panel: async ({ wanted }) => void placed.push(wanted),
      flags: async ({ panel }) => void told.push(panel),
      menu: async () => undefined,
      log: new FakeLogger(),
    });
  beforeEach(() => {
    placed = [];
    asked = 0;
    told = [];
  });

  it('shows the rest when one part fails', async () => {
    await make().present(ringing);
    expect(placed).toEqual([true]);
  });

  it('asks the host once when it has just been started and the tab changes', async () => {
    const shell = make();
    await shell.movePanel();
    await shell.movePanel();
    expect([asked, placed]).toEqual([1, [true, true]]);
  });

  it('tells pages again when a setting changed, also in a worker that has just been started', async () => {
    const shell = make();
    await shell.settingsChanged();
    await shell.present(idle);
    await shell.settingsChanged();
    expect([asked, told]).toEqual([1, [true, false, false]]);
  });

  it('moves nothing when there is no call', async () => {
    const shell = make();
    await shell.present(idle);
    await shell.movePanel();
    expect([asked, placed]).toEqual([0, [false]]);
  });
});

describe('latest', () => {
  it('skips what was overtaken and ends with the newest', async () => {
    const done: number[] = [];
    const gates: (() => void)[] = [];
    const run = latest(async (value: number) => {
      await new Promise<void>((open) => gates.push(open));
      done.push(value);
    });
    const all = [run(1), run(2), run(3)];
    gates.shift()?.();
    await Promise.resolve().then(() => Promise.resolve());
    while (gates.length > 0) {
      gates.shift()?.();
      await Promise.resolve();
    }
    await Promise.all(all);
    expect(done).toEqual([1, 3]);
  });

  it('goes on after a failure', async () => {
    const run = latest(async (value: number) => {
      if (value === 1) throw new Error('once');
    });
    await expect(run(1)).rejects.toThrow('once');
    await expect(run(2)).resolves.toBeUndefined();
  });
});
