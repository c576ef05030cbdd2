import { describe, expect, it } from 'vitest';
import { createFakePhone } from '@/tests/components/support/fake-phone';
import { session, someSessions, state } from '@/tests/components/support/phone-states';
import { settle } from '@/tests/support/fake-clock';
import type { ResultOf } from '@/utils/contract/commands';
import type { PhoneAdapter } from '@/utils/models/phone-adapter';
import { createSessionsModel } from '@/utils/models/sessions-model';

const OTHER = session({ id: 'session-3' });

function opened() {
  const phone = createFakePhone(state());
  phone.sessions = someSessions;
  const model = createSessionsModel(phone);
  const close = model.open();
  return { phone, model, close, ids: () => model.sessions.value?.map(({ id }) => id) };
}

/** A phone whose answers come when, and in the order, the test says. */
function slow() {
  const answers: ((result: ResultOf<'sessions.list'>) => void)[] = [];
  const send = (() => new Promise<ResultOf<'sessions.list'>>((resolve) => answers.push(resolve))) as PhoneAdapter['send'];
  return { model: createSessionsModel({ send }), answer: (index: number, result: ResultOf<'sessions.list'>) => answers[index]?.(result) };
}

it('asks for nothing until somebody looks', () => {
  const phone = createFakePhone(state());
  createSessionsModel(phone);
  expect(phone.sent).toEqual([]);
});

it('is unknown until the server has answered, then this browser comes first', async () => {
  const { model, ids } = opened();
  expect([model.sessions.value, model.loading.value]).toEqual([null, true]);
  await settle();
  expect(ids()).toEqual(['session-1', 'session-3', 'session-2']);
  expect([model.loading.value, model.failure.value]).toEqual([false, null]);
});

describe('when the list cannot be read', () => {
  it('says why, and forgets it when another try succeeds', async () => {
    const { phone, model, ids } = opened();
    await settle();
    phone.answerWith('sessions.list', 'server-unreachable');
    await model.reload();
    expect(model.failure.value).toBe('server-unreachable');
    expect(ids()).toHaveLength(3);
    phone.answerWell('sessions.list');
    await model.reload();
    expect(model.failure.value).toBeNull();
  });

  it('counts an answer that never comes as failed', async () => {
    const model = createSessionsModel({ send: () => Promise.reject(new Error('the host went away')) });
    await model.reload();
    expect([model.failure.value, model.loading.value]).toEqual(['internal', false]);
    await model.revoke(OTHER);
    expect(model.outcome.value).toEqual({ deviceName: OTHER.deviceName, error: 'internal' });
  });
});

describe('signing another browser out', () => {
  it('takes it from the list, also when an older answer still names it', async () => {
    const { phone, model, ids } = opened();
    await settle();
    const revoked = model.revoke(OTHER);
    expect(model.leaving.value.has('session-3')).toBe(true);
    await revoked;
    expect(phone.sent.at(-1)).toEqual({ command: 'sessions.revoke', input: { sessionId: 'session-3' } });
    expect(model.outcome.value).toEqual({ deviceName: OTHER.deviceName, error: null });
    await model.reload();
    expect(ids()).toEqual(['session-1', 'session-2']);
    expect(model.leaving.value.size).toBe(0);
  });

  it('leaves it there when it failed', async () => {
    const { phone, model, ids } = opened();
    await settle();
    phone.answerWith('sessions.revoke', 'server-unreachable');
    await model.revoke(OTHER);
    expect(model.outcome.value).toEqual({ deviceName: OTHER.deviceName, error: 'server-unreachable' });
    expect(ids()).toHaveLength(3);
    expect(model.leaving.value.size).toBe(0);
  });

  it('asks once however often it is pressed', async () => {
    const { phone, model } = opened();
    await Promise.all([model.revoke(OTHER), model.revoke(OTHER)]);
    expect(phone.sent.filter(({ command }) => command === 'sessions.revoke')).toHaveLength(1);
  });
});

describe('late answers', () => {
  it('do not replace newer ones', async () => {
    const { model, answer } = slow();
    model.open();
    void model.reload();
    answer(1, { ok: true, sessions: [OTHER] });
    answer(0, { ok: true, sessions: [] });
    await settle();
    expect(model.sessions.value).toEqual([OTHER]);
  });

  it('are not shown to the next account', async () => {
    const { model, answer } = slow();
    const close = model.open();
    void model.revoke(OTHER);
    close();
    answer(0, { ok: true, sessions: [OTHER] });
    answer(1, { ok: false, error: 'internal' });
    await settle();
    expect([model.sessions.value, model.outcome.value, model.loading.value]).toEqual([null, null, false]);
  });
});
