import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createSignInLimits, type CountedTry, type SignInLimits } from '@/server/accounts/sign-in-limits';
import { ACCOUNT_POLICY, ADDRESS_POLICY, waitAfter } from '@/server/accounts/try-delay';
import { DATABASES, type TestDatabase } from '../support/databases';
import { SteppedClock } from '../support/stepped-clock';

test.each([
  [4, 0],
  [5, 1_000],
  [6, 2_000],
  [9, 16_000],
  [14, 512_000],
  [15, 900_000],
  [1_000, 900_000],
])('after %i failures of an account the wait is %i ms', (failures, ms) => {
  expect(waitAfter(failures, ACCOUNT_POLICY)).toBe(ms);
});

describe.each(DATABASES)('limits on sign-in tries on %s', (_name, open) => {
  let database: TestDatabase;
  let clock: SteppedClock;
  let limits: SignInLimits;
  let account = 0;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());
  beforeEach(() => {
    clock = new SteppedClock();
    limits = createSignInLimits(database.db, clock.now);
    account += 1;
  });

  const email = () => `limit${account}@one.example`;
  const address = (last: number) => `192.0.${account}.${last}`;
  const counted = async (mail: string, from: string): Promise<CountedTry> => {
    const taken = await limits.take(mail, from);
    if ('retryAfter' in taken) throw new Error(`refused for ${taken.retryAfter} s`);
    return taken.counted;
  };

  test('an account waits longer after each failure, from whatever address', async () => {
    for (let n = 1; n <= ACCOUNT_POLICY.free; n += 1) await counted(email(), address(n));
    expect(await limits.take(email(), address(90))).toEqual({ retryAfter: 1 });
    clock.advance(1_000);
    await counted(email(), address(91));
    expect(await limits.take(email(), address(92))).toEqual({ retryAfter: 2 });
    // What is known of the tries is in the database: another process goes on from there.
    expect(await createSignInLimits(database.db, clock.now).take(email(), address(93))).toEqual({ retryAfter: 2 });
  });

  test('thirty tries at once let no more than the free ones through', async () => {
    const tries = await Promise.all(Array.from({ length: 30 }, (_, n) => limits.take(email(), address(n))));
    expect(tries.filter((taken) => 'counted' in taken)).toHaveLength(ACCOUNT_POLICY.free);
  });

  test('an address that guesses at many accounts waits too', async () => {
    for (let n = 0; n < ADDRESS_POLICY.free; n += 1) await counted(`${n}.${email()}`, address(1));
    expect(await limits.take(`new.${email()}`, address(1))).toEqual({ retryAfter: 1 });
    await counted(`new.${email()}`, address(2));
  });

  test('a right password frees the account, and the address of that one try only', async () => {
    const own = `own.${email()}`;
    for (let n = 1; n < ADDRESS_POLICY.free; n += 1) {
      await counted(`${n}.${email()}`, address(1));
      await limits.giveBack(await counted(own, address(1)));
    }
    await counted(`last.${email()}`, address(1));
    expect(await limits.take(own, address(1))).toEqual({ retryAfter: 1 });
  });

  test('a right password does not shorten the wait that a wrong one started meanwhile', async () => {
    for (let n = 1; n < ADDRESS_POLICY.free; n += 1) await counted(`${n}.${email()}`, address(1));
    const right = await counted(`own.${email()}`, address(1));
    clock.advance(1_000);
    await counted(`guess.${email()}`, address(1));
    await limits.giveBack(right);
    expect(await limits.take(`other.${email()}`, address(1))).toEqual({ retryAfter: 2 });
  });

  test('the count starts over after an hour without a try, and old rows are removed', async () => {
    for (let n = 1; n <= ACCOUNT_POLICY.free; n += 1) await counted(email(), address(n));
    clock.advance(ACCOUNT_POLICY.forgetAfterMs + 1);
    for (let n = 1; n <= ACCOUNT_POLICY.free; n += 1) await counted(email(), address(n));
    clock.advance(2 * ACCOUNT_POLICY.forgetAfterMs);
    await limits.forgetOld();
    expect(await database.db.query.signInTries.findMany()).toEqual([]);
  });

  test('one IPv6 network counts as one address, and IPv4 in IPv6 form as IPv4', async () => {
    const network = (host: string) => `2001:db8:${account}:1:${host}`;
    for (let n = 1; n < ADDRESS_POLICY.free; n += 1) await counted(`${n}.${email()}`, network(`aaaa:0:0:${n}`));
    await counted(`a.${email()}`, `2001:0db8:${account}:1::9`);
    expect(await limits.take(`b.${email()}`, network('0:0:0:1'))).toEqual({ retryAfter: 1 });
    await counted(`b.${email()}`, `2001:db8:${account}:2::1`);
    for (let n = 0; n < ADDRESS_POLICY.free; n += 1) await counted(`c${n}.${email()}`, n % 2 === 0 ? address(1) : `::ffff:${address(1)}`);
    expect(await limits.take(`d.${email()}`, address(1))).toEqual({ retryAfter: 1 });
  });
});
