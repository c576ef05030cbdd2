import { afterEach, beforeEach } from 'vitest';
import type { FakeClock } from './fake-clock';
import { aliceAndBob, type TestPhone } from './phone-builder';
import type { FakeEdge } from './phone-edge';

/** Of the test that runs: two phones on one wire and one clock. */
export let edge: FakeEdge;
export let alice: TestPhone;
export let bob: TestPhone;
export let clock: FakeClock;

/** Makes them anew for each test of a file. */
export function withTwoPhones(): void {
  beforeEach(async () => {
    ({ edge, alice, bob, clock } = await aliceAndBob());
  });
  afterEach(() => Promise.all([alice.phone.stop(), bob.phone.stop()]));
}
