import { expect, it } from 'vitest';
import { TestCore } from '@/tests/support/core-builder';
import { settle } from '@/tests/support/fake-clock';
import { isStorageFull } from '@/utils/core/storage-full';

const full = () => new DOMException('no room', 'QuotaExceededError');

it('knows a full disk also where the database has wrapped the error', () => {
  expect(isStorageFull(full())).toBe(true);
  expect(isStorageFull(Object.assign(new Error('aborted'), { name: 'AbortError', inner: full() }))).toBe(true);
  expect(isStorageFull(new Error('x', { cause: full() }))).toBe(true);
  for (const other of [new Error('x'), null, 'full']) expect(isStorageFull(other)).toBe(false);
});

it('goes on calling with a full disk, says so, and takes it back', async () => {
  const test = new TestCore();
  await test.core.start();
  await test.signIn();
  await settle();
  const call = async () => {
    const result = await test.core.commands('phone.dial', { target: '0701740605', source: 'popup' });
    await settle();
    return result.ok;
  };
  test.history.failure = full();
  expect(await call()).toBe(true);
  expect(test.state).toMatchObject({ storageFull: true, calls: [{ state: 'ended' }] });
  test.history.failure = null;
  expect(await call()).toBe(true);
  expect(test.state.storageFull).toBe(false);
  await test.core.dispose();
});

it('says so when signing in cannot be kept, and keeps nobody signed in', async () => {
  const test = new TestCore();
  await test.core.start();
  test.accounts.write = () => Promise.reject(full());
  expect(await test.signIn()).toStrictEqual({ ok: false, error: 'storage-full' });
  await settle();
  expect(test.state.account).toBeNull();
  await test.core.dispose();
});
