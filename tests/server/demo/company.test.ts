import { expect, test } from 'vitest';
import * as v from 'valibot';
import { signInRequestSchema } from '@/utils/contract/account-api';
import { DEMO_AGENT, DEMO_PASSWORD, DEMO_USERS } from '@/server/demo/company';

test('the demo has only numbers and addresses that belong to nobody', () => {
  expect(DEMO_USERS.length).toBeGreaterThanOrEqual(6);
  for (const user of DEMO_USERS) {
    const fixed = Number(user.fixedNumber);
    expect(fixed).toBeGreaterThanOrEqual(46846500400);
    expect(fixed).toBeLessThanOrEqual(46846500499);
    if (user.mobileNumber !== null) expect(user.mobileNumber).toMatch(/^\+467017406(0[5-9]|[1-9]\d)$/);
    expect(user.email).toMatch(/^[a-z]+\.[a-z]+@exempelbolaget\.example$/);
  }
  for (const key of ['email', 'extension', 'fixedNumber'] as const) expect(new Set(DEMO_USERS.map((user) => user[key])).size).toBe(DEMO_USERS.length);
  expect(DEMO_USERS.map((user) => user.role)).toContain('admin');
});

test('the demo agent can sign in', () => {
  const request = { email: DEMO_AGENT.email, password: DEMO_PASSWORD, deviceName: 'Chromium' };
  expect(v.safeParse(signInRequestSchema, request).success).toBe(true);
});
