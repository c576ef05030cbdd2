import { beforeEach, expect, it } from 'vitest';
import { FakeLogger } from '@/tests/support/fake-logger';
import { EMPTY_PHONE_STATE } from '@/utils/contract/phone-state';
import { shellViewOf, type ShellView } from '@/utils/contract/shell-view';
import { createUpdateGate } from '@/utils/platform/shell/update-gate';

const idle = shellViewOf(EMPTY_PHONE_STATE);
const busy: ShellView[] = [{ ...idle, icon: 'in-call' }, { ...idle, icon: 'ringing' }, { ...idle, panel: true }];

let waits: boolean;
let reloads: number;
let now: () => Promise<ShellView>;
const gate = () =>
  createUpdateGate({
    view: () => now(),
    waiting: { read: async () => waits, write: async () => void (waits = true) },
    reload: () => void reloads++,
    log: new FakeLogger(),
  });

beforeEach(() => {
  waits = false;
  reloads = 0;
  now = async () => idle;
});

it('puts a new version in place at once while nothing is going on, or where no host is', async () => {
  await gate().available();
  now = () => Promise.reject(new Error('nobody'));
  await gate().available();
  expect(reloads).toBe(2);
});

it.each(busy)('waits for the end of calls, also in another life of the worker (%#)', async (view) => {
  now = async () => view;
  await gate().available();
  await gate().seen(view);
  expect(reloads).toBe(0);
  await gate().seen(idle);
  expect(reloads).toBe(1);
});

it('does nothing while there is no new version', async () => {
  await gate().seen(idle);
  expect(reloads).toBe(0);
});
