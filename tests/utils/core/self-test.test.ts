import { afterEach, describe, expect, it } from 'vitest';
import { SIP_INPUT, TestCore } from '@/tests/support/core-builder';
import { settle } from '@/tests/support/fake-clock';

let test: TestCore;
afterEach(() => test.core.dispose());

describe('the self-test, with a One account', () => {
  it('asks the server with the token, registers anew, and calls the echo service from here whatever the call method is', async () => {
    test = await new TestCore().signedIn();
    await test.core.commands('phone.setCallMethod', { method: 'ask' });
    const registered = test.edge.requests('REGISTER').length;
    expect(await test.core.commands('selfTest.server', {})).toEqual({ ok: true, ms: 0 });
    expect(test.server.requests.at(-1)).toMatchObject({ path: '/api/sessions', authorization: 'Bearer token-1' });
    expect(await test.core.commands('selfTest.connection', {})).toEqual({ ok: true, ms: 0 });
    expect(test.edge.requests('REGISTER').length).toBeGreaterThan(registered);
    expect(await test.core.commands('selfTest.relay', {})).toEqual({ ok: true, relay: { kind: 'none' } });
    expect(await test.core.commands('selfTest.call', {})).toMatchObject({ ok: true, callId: test.call.id });
    expect([test.call.remote.number, test.state.asking]).toEqual([test.state.account?.echoNumber, null]);
  });

  it('a server that is gone, and an edge that is silent', async () => {
    test = await new TestCore().signedIn();
    test.server.down = true;
    expect(await test.core.commands('selfTest.server', {})).toEqual({ ok: false, error: 'server-unreachable' });
    test.edge.rules.push((message) => (message.method === 'REGISTER' ? [] : 'pass'));
    const asked = test.core.commands('selfTest.connection', {});
    await test.clock.step(5_000);
    expect(await asked).toEqual({ ok: true, ms: null });
    test.edge.rules.pop();
  });
});

it('the self-test without a One account', async () => {
  test = new TestCore();
  await test.core.start();
  for (const command of ['selfTest.server', 'selfTest.connection', 'selfTest.relay', 'selfTest.call'] as const) {
    expect(await test.core.commands(command, {})).toEqual({ ok: false, error: 'not-signed-in' });
  }
  await test.core.commands('account.signInSip', SIP_INPUT);
  await settle();
  expect(await test.core.commands('selfTest.server', {})).toEqual({ ok: false, error: 'not-allowed' });
  expect(await test.core.commands('selfTest.call', {})).toEqual({ ok: false, error: 'not-allowed' });
  expect(await test.core.commands('selfTest.connection', {})).toEqual({ ok: true, ms: 0 });
});
