import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '@/utils/contract/history-entry';
import { dayOf, groupByDay, relativeDay } from '@/utils/models/history-groups';
import { createHistoryModel } from '@/utils/models/history-model';
import { createFakePhone } from '@/tests/components/support/fake-phone';
import { createHandClock } from '@/tests/components/support/hand-clock';
import { entry, missed, NOW, someHistory, state } from '@/tests/components/support/phone-states';

function history(entries: readonly HistoryEntry[] | null) {
  const phone = createFakePhone(state());
  const stored = signal(entries);
  const clock = createHandClock(NOW);
  return { phone, stored, clock, model: createHistoryModel({ entries: stored, send: phone.send, clock }) };
}

it('is unknown until the database has answered, then newest first', () => {
  const { model, stored } = history(null);
  expect(model.entries.value).toBeNull();
  stored.value = [entry({ id: 'old', startedAt: 1 }), entry({ id: 'new', startedAt: 2 })];
  expect(model.entries.value?.map(({ id }) => id)).toEqual(['new', 'old']);
});

it('knows the last number called, not the last that called', () => {
  const { model } = history([missed({ startedAt: 9 }), entry({ startedAt: 5, number: '212' })]);
  expect(model.lastDialled.value).toBe('212');
});

it('marks missed calls seen, and keeps showing which were new', () => {
  const { model, phone, stored } = history([missed()]);
  model.markSeen();
  expect(phone.sent).toEqual([{ command: 'history.markSeen', input: {} }]);
  stored.value = [missed({ unseen: false })];
  expect(model.fresh.value.has('entry-missed')).toBe(true);
  model.markSeen();
  expect(phone.sent).toHaveLength(1);
});

describe('clearing', () => {
  it('hides the list at once and clears it when not undone; what ends since stays', () => {
    const { model, phone, clock, stored } = history(someHistory);
    model.clear();
    expect(model.entries.value).toEqual([]);
    expect([phone.sent, model.removing.value]).toEqual([[], 'all']);
    clock.advance(10_000);
    expect(phone.sent).toEqual([{ command: 'history.clear', input: { endedBy: NOW } }]);
    expect(model.removing.value).toBeNull();
    expect(model.entries.value).toEqual([]);
    stored.value = [entry({ id: 'made since' })];
    expect(model.entries.value).toHaveLength(1);
  });

  it('clears all that was shown, by whatever clock it ended', () => {
    const { model, phone } = history([entry({ endedAt: NOW + 90_000 })]);
    model.clear();
    model.dispose();
    expect(phone.sent).toEqual([{ command: 'history.clear', input: { endedBy: NOW + 90_000 } }]);
  });

  it('can be undone', () => {
    const { model, phone, clock } = history(someHistory);
    model.clear();
    model.undo();
    clock.advance(60_000);
    expect(model.entries.value).toHaveLength(someHistory.length);
    expect(phone.sent).toEqual([]);
  });
});

describe('deleting', () => {
  it('hides a call at once and deletes it when not undone', () => {
    const { model, phone, clock } = history(someHistory);
    model.remove(missed());
    expect(model.entries.value).toHaveLength(someHistory.length - 1);
    expect([phone.sent, model.removing.value]).toEqual([[], 1]);
    clock.advance(10_000);
    expect(phone.sent).toEqual([{ command: 'history.remove', input: { ids: ['entry-missed'] } }]);
    expect([model.removing.value, model.entries.value?.length]).toEqual([null, someHistory.length - 1]);
  });

  it('of several one after the other is undone, or done, as one', () => {
    const { model, phone, clock } = history(someHistory);
    model.remove(missed());
    clock.advance(5000);
    model.remove(entry());
    clock.advance(5000);
    expect([phone.sent, model.removing.value]).toEqual([[], 2]);
    model.undo();
    expect(model.entries.value).toHaveLength(someHistory.length);
    model.remove(missed());
    model.remove(entry());
    model.dispose();
    expect(phone.sent).toEqual([{ command: 'history.remove', input: { ids: ['entry-missed', 'entry-1'] } }]);
  });

  it('then clearing: each is carried out', () => {
    const { model, phone } = history(someHistory);
    model.remove(missed());
    model.clear();
    model.dispose();
    expect(phone.sent.map(({ command }) => command)).toEqual(['history.remove', 'history.clear']);
  });
});

it('finds, and shows all again', () => {
  const { model } = history(someHistory);
  model.query.value = 'nord';
  expect(model.layout.value).toMatchObject({ count: 1, days: [{ entries: [{ name: 'Nordbygg AB' }] }] });
  model.filter.value = 'missed';
  expect(model.layout.value).toMatchObject({ count: 0, height: 0 });
  model.showAll();
  expect(model.found.value).toHaveLength(someHistory.length);
});

it('groups by calendar day, also across a change to summer time', () => {
  const spring = new Date(2026, 2, 29, 12).getTime();
  const before = new Date(2026, 2, 28, 23, 59).getTime();
  expect(relativeDay(before, spring)).toBe('yesterday');
  expect(relativeDay(new Date(2026, 2, 27, 23).getTime(), spring)).toBeNull();
  const days = groupByDay([entry({ id: 'a', startedAt: spring }), entry({ id: 'b', startedAt: before })]);
  expect(days.map(({ day }) => day)).toEqual([dayOf(spring), dayOf(before)]);
});
